import type { Guide, GuideProperty } from '../../core/standard.ts';
import { schemaGuide } from '../document/schemaGuide.ts';
import { DTYPES } from './features.ts';
import { WORDS } from './guideWords.ts';
import card from './schema/hugging-face-card.schema.json';
import { ANNOTATORS, CREATORS, LANGUAGES, LICENCES, MULTILINGUALITIES, SIZES, TASK_CATEGORIES, TASK_IDS } from './vocabulary.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  license: LICENCES, language: LANGUAGES, size_categories: [...SIZES.keys()], task_categories: TASK_CATEGORIES, task_ids: TASK_IDS, annotations_creators: ANNOTATORS,
  language_creators: CREATORS, multilinguality: MULTILINGUALITIES, 'configs/data_files/split': ['train', 'validation', 'test'], 'dataset_info/splits/name': ['train', 'validation', 'test'],
};

/** The keys of a feature. */
const FEATURE: readonly GuideProperty[] = [
  { name: 'name', type: 'text', words: WORDS['dataset_info/features/name'] }, { name: 'dtype', type: 'text', words: WORDS['dataset_info/features/dtype'] },
  { name: 'list', type: 'any', words: WORDS['dataset_info/features/list'] }, { name: 'sequence', type: 'any', words: WORDS['dataset_info/features/sequence'] },
  { name: 'struct', type: 'list', words: WORDS['dataset_info/features/struct'] },
];

/** What an editor offers in a dataset card. */
export const GUIDE: Guide = schemaGuide(card, {
  words: WORDS,
  page: key => (key.startsWith('configs') ? 'https://huggingface.co/docs/hub/datasets-manual-configuration' : 'https://huggingface.co/docs/hub/datasets-cards'),
  properties: key => (/^dataset_info\/features(?:\/(?:list|struct|sequence))*$/.test(key) ? FEATURE : undefined),
  values: key => VALUES[key] ?? (/^dataset_info\/features\/(?:.*\/)?(?:dtype|sequence|list)$/.test(key) ? DTYPES : undefined),
  names: key => (key === 'configs/data_files/path' || key === 'configs/data_files' ? 'path' : key === 'dataset_info/features/name' ? 'column' : undefined),
});
