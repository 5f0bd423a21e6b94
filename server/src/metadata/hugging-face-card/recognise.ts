import { frontMatterOf } from '../document/frontMatter.ts';

/** Keys that only cards of datasets have. */
const OF_DATASETS: ReadonlySet<string> = new Set([
  'configs', 'dataset_info', 'task_categories', 'task_ids', 'size_categories', 'annotations_creators', 'language_creators', 'multilinguality', 'source_datasets', 'pretty_name',
  'paperswithcode_id', 'train-eval-index', 'viewer', 'language_bcp47', 'language_details',
]);
/** Keys that cards of datasets and of models share. */
const SHARED: ReadonlySet<string> = new Set([
  'license', 'licence', 'license_name', 'license_link', 'license_details', 'language', 'languages', 'tags', 'gated', 'arxiv', 'thumbnail', 'extra_gated_heading', 'extra_gated_description',
  'extra_gated_prompt', 'extra_gated_fields', 'extra_gated_button_content',
]);
/** Keys of cards of models and of applications. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'pipeline_tag', 'library_name', 'base_model', 'base_model_relation', 'model-index', 'model_name', 'model_type', 'model_creator', 'inference', 'widget', 'co2_eq_emissions', 'mask_token',
  'new_version', 'quantized_by', 'datasets', 'sdk', 'sdk_version', 'app_file', 'app_port', 'colorFrom', 'colorTo', 'emoji', 'layout', 'permalink',
]);

/** Whether a README has the metadata of a dataset at its head; told by its keys, so that a block that does not parse counts as well. */
export function isDatasetCard(text: string): boolean {
  const matter = frontMatterOf(text);
  if (!matter) return false;
  const keys = [...matter.yaml.matchAll(/^["']?([A-Za-z][\w-]*)["']?[ \t]*:(?=\s|$)/gm)].map(([, key = '']) => key);
  if (keys.some(key => OF_OTHERS.has(key))) return false;
  if (keys.some(key => OF_DATASETS.has(key))) return true;
  return keys.some(key => /^(?:licen[sc]e|language)/.test(key)) && keys.every(key => SHARED.has(key));
}
