import type { StandardSchema } from '../../document/schemaComplaints.ts';
import { keysIn } from '../../document/schemaKeys.ts';
import contract from './data-contract.schema.json';
import { validate } from './validate.generated.ts';

export const SCHEMA: StandardSchema = { validate, keysAt: keysIn(contract), root: 'contract' };

/** Keys of a contract, of a model, and of a field. */
export const CONTRACT_KEYS: readonly string[] = Object.keys(contract.properties);
export const MODEL_KEYS: readonly string[] = Object.keys(contract.properties.models.additionalProperties.properties);
export const FIELD_KEYS: readonly string[] = Object.keys(contract.definitions.field.properties);
