import type { Complaint } from '../../core/standard.ts';
import type { JsonObject } from '../document/shape.ts';
import { contextComplaints } from './contextComplaints.ts';
import { datasetComplaints } from './datasetComplaints.ts';
import { fileComplaints } from './fileComplaints.ts';
import { slips } from './keyNames.ts';
import type { Model } from './model.ts';
import { recordComplaints } from './recordComplaints.ts';
import { circleComplaints, idComplaints } from './referenceComplaints.ts';

/** What is to be said against a description, in the order of its parts. */
export function croissantComplaints(root: JsonObject, model: Model): readonly Complaint[] {
  return [
    ...slips(model),
    ...contextComplaints(root, model),
    ...datasetComplaints(model),
    ...fileComplaints(model),
    ...recordComplaints(model),
    ...idComplaints(model),
    ...circleComplaints(model),
  ];
}
