import type { Column } from '../core/column.ts';
import { isAnnotatedPersonal } from '../core/description.ts';
import type { Description, FieldDescription, FieldType } from '../core/description.ts';
import { fileNameOf } from '../util/uri.ts';
import type { Snapshot } from './dataCheck.ts';
import { describeTable } from './describe.ts';
import { masksOf } from './mask.ts';

/**
 * A checked table as what a model learns from: what its description declares, and what the data suggests where that is silent. Columns with personal
 * data and texts that name their row are marked as such, so that nobody proposes them as features. `undefined` where there is no table.
 */
export function learnable({ uri, found, checked }: Snapshot): Description | undefined {
  const { table, reading } = checked;
  const suggested = describeTable(checked, fileNameOf(uri));
  if (!table || !reading || !suggested) return undefined;
  const declared = found?.described.description;
  const { delimiter, values } = reading.dialect;
  const types = new Map(suggested.resources[0]?.fields.map(field => [field.name, field.type]));
  const title = declared?.title ?? suggested.title;
  const ml = declared?.ml ?? suggested.ml;
  const personal = masksOf(table);
  const name = declared?.name ?? suggested.name ?? table.name;
  return {
    name, ...(title !== undefined && { title }), ...(ml && { ml }),
    resources: [{
      name, paths: [fileNameOf(uri)], encoding: reading.encoding, dialect: { header: reading.hasHeader, ...(!values && { delimiter: String.fromCharCode(delimiter) }) },
      fields: table.columns.map(column => fieldOf(column, types.get(column.name) ?? 'any', table.records, personal(column.index) !== undefined)),
      missingValues: reading.nullTokens, node: ['resources', 0],
    }],
  };
}

function fieldOf(column: Column, suggested: FieldType, rows: number, isPersonal: boolean): FieldDescription {
  const declared = column.field?.type === 'any' ? undefined : column.field?.type;
  const type = declared ?? suggested;
  return {
    name: column.name, type, node: [],
    constraints: type === 'string' && namesRows(column, rows) ? { unique: true } : {},
    ...(isPersonal && { privacy: isAnnotatedPersonal(column.field) && column.field?.privacy ? column.field.privacy : { category: 'user', node: [] } }),
  };
}

/** A text that is another one in every row names the row; a model would learn it by heart. Measured numbers may well be all different. */
function namesRows({ summary: { distinct, missing } }: Column, rows: number): boolean {
  return distinct.exact && rows > 1 && distinct.count === rows - missing;
}
