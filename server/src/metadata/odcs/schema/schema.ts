import type { StandardSchema } from '../../document/schemaComplaints.ts';
import { keysIn } from '../../document/schemaKeys.ts';
import odcs from './odcs.schema.json';
import { validate } from './validate.generated.ts';

export const SCHEMA: StandardSchema = { validate, keysAt: keysIn(odcs), root: 'contract', examples: { id: 'orders_2024' } };
