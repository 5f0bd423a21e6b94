import type { StandardSchema } from '../../document/schemaComplaints.ts';
import { keysIn } from '../../document/schemaKeys.ts';
import card from './hugging-face-card.schema.json';
import { validate } from './validate.generated.ts';

export const SCHEMA: StandardSchema = {
  validate,
  keysAt: keysIn(card),
  root: 'card',
  examples: { split: 'train', name: 'train', config_name: 'default' },
};

/** Keys of a card, of one of its configurations, and of what it says of a configuration's data. */
export const CARD_KEYS: readonly string[] = Object.keys(card.properties);
export const CONFIG_KEYS: readonly string[] = Object.keys(card.definitions.config.properties);
export const INFO_KEYS: readonly string[] = [
  ...Object.keys(card.definitions.info.properties), 'description', 'citation', 'homepage', 'license', 'size_in_bytes', 'dataset_name', 'builder_name', 'version',
];
