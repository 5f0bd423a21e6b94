import { Schemas } from '../document/schemaNodes.ts';
import { keptOf } from '../document/schemaKept.ts';
import type { Json } from '../../core/problem.ts';
import columnPrivacy from './schema/column-privacy.schema.json';
import privacy from './schema/privacy.schema.json';

/** The schemas of both blocks, for standards that refer to them. */
export const ANNOTATION_SCHEMAS = [privacy, columnPrivacy] as const;

const schemas = new Schemas(privacy, [columnPrivacy]);

/** The part of a dataset's block that is as it should be. */
export const keptOfDataset = (block: Json | undefined): Json | undefined => keptOf(block, { schema: privacy, within: privacy }, schemas);
/** The part of a column's block that is as it should be. */
export const keptOfColumn = (block: Json | undefined): Json | undefined => keptOf(block, { schema: columnPrivacy, within: columnPrivacy }, schemas);
