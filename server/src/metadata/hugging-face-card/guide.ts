import type { Guide } from '../../core/standard.ts';
import { schemaGuide } from '../document/schemaGuide.ts';
import { DTYPES } from './features.ts';
import card from './schema/hugging-face-card.schema.json';
import { ANNOTATORS, CREATORS, LANGUAGES, LICENCES, MULTILINGUALITIES, SIZES, TASK_CATEGORIES, TASK_IDS } from './vocabulary.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  license: LICENCES, language: LANGUAGES, size_categories: [...SIZES.keys()], task_categories: TASK_CATEGORIES, task_ids: TASK_IDS, annotations_creators: ANNOTATORS,
  language_creators: CREATORS, multilinguality: MULTILINGUALITIES, 'configs/data_files/split': ['train', 'validation', 'test'], 'dataset_info/splits/name': ['train', 'validation', 'test'],
};

/** What an editor offers in a dataset card. */
export const GUIDE: Guide = schemaGuide(card, {
  values: key => VALUES[key] ?? (/^dataset_info\/features\/(?:.*\/)?(?:dtype|sequence|list)$/.test(key) ? DTYPES : undefined),
  names: key => (key === 'configs/data_files/path' || key === 'configs/data_files' ? 'path' : key === 'dataset_info/features/name' ? 'column' : undefined),
});
