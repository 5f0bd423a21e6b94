import { ANNOTATION_SCHEMAS } from '../../annotation/schemas.ts';
import type { StandardSchema } from '../../document/schemaComplaints.ts';
import { keysIn } from '../../document/schemaKeys.ts';
import dataPackage from './data-package.schema.json';
import ml from './ml.schema.json';
import { validate } from './validate.generated.ts';

export const SCHEMA: StandardSchema = {
  validate,
  keysAt: keysIn(dataPackage, [...ANNOTATION_SCHEMAS, ml]),
  root: 'datapackage',
  examples: {
    created: '2026-05-31T12:00:00Z', period: 'P3Y', date: '2026-05-31', on: '2026-05-31', until: '2026-05-31', profiles: 'gdpr@2018-05', jurisdictions: 'DE',
    storage: 'DE', to: 'DE', country: 'DE',
  },
};
