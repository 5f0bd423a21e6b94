import type { Description, FieldDescription, MlDescription } from '../../../server/src/core/description.ts';
import type { ColumnFacts, DatasetFacts } from '../../../server/src/protocol/messages.ts';

/** The dataset the server looked at as the one model the scaffold starts from; personal columns are marked, so that they are not proposed as features. */
export function descriptionOf(dataset: DatasetFacts, fileName: string): Description {
  return {
    name: dataset.name,
    ...(dataset.title !== null && { title: dataset.title }),
    resources: [{
      name: dataset.name,
      paths: [fileName],
      encoding: dataset.dialect.encoding,
      dialect: { delimiter: dataset.dialect.delimiter, header: dataset.dialect.header },
      fields: dataset.columns.map(column => fieldOf(column, dataset.rows)),
      missingValues: dataset.missingValues,
      node: ['resources', 0],
    }],
    ml: mlOf(dataset),
  };
}

function fieldOf(column: ColumnFacts, rows: number): FieldDescription {
  return {
    name: column.name,
    type: column.type,
    constraints: namesRows(column, rows) ? { unique: true } : {},
    ...(column.personal && { privacy: { category: 'user', node: [] } }),
    node: [],
  };
}

/** A text that is another one in every row names the row; a model would learn it by heart. Measured numbers may well be all different. */
function namesRows(column: ColumnFacts, rows: number): boolean {
  return column.type === 'string' && column.distinctExact && rows > 1 && column.distinct === rows - column.missing;
}

const mlOf = ({ ml }: DatasetFacts): MlDescription => ({ ...ml, node: [] });
