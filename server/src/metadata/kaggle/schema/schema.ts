import type { StandardSchema } from '../../document/schemaComplaints.ts';
import { keysIn } from '../../document/schemaKeys.ts';
import kaggle from './kaggle.schema.json';
import { validate } from './validate.generated.ts';

export const SCHEMA: StandardSchema = { validate, keysAt: keysIn(kaggle), root: 'dataset-metadata' };
