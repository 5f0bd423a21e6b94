import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import type { FieldDescription } from '../../../core/description.ts';
import type { Fix, Problem } from '../../../core/problem.ts';
import { defineRule, type Inputs } from '../../../core/rule.ts';
import { alignFields } from '../../../util/alignFields.ts';
import { fieldList } from '../../../util/tableSchema.ts';

export default defineRule({
  id: 'missing-column',
  scope: 'resource',
  summary: 'A described column is not in the data',
  severity: 'error',
  dimension: 'completeness',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ resource, table }) {
    const { fields, fieldsMatch } = resource;
    if (fieldsMatch === undefined || fields.length === 0) return;
    if (!table.reading.hasHeader) yield* countColumns(resource, table);
    else if (fieldsMatch === 'partial') yield* findAny(resource, table);
    else yield* compareNames(resource, table);
  },
});

type Unit = Inputs['resource'];

/** Renamed columns are told under every way of matching; absent ones only where all fields have to be there. */
function* compareNames(resource: Unit['resource'], { columns }: Unit['table']): Iterable<Problem> {
  const { fields, fieldsMatch } = resource;
  const isEditable = fieldList(resource) !== undefined;
  const { missing, renamed } = alignFields(fields, columns);
  for (const [expected, actual] of renamed) {
    const field = fields[expected];
    const column = columns[actual];
    if (!field || !column || fieldsMatch === 'subset') continue;
    yield {
      place: { at: 'header', column: actual },
      message: say`The column ${column} is called ${name(field.name)} in the description`,
      fix: { title: say`Rename to ${name(field.name)}`, safety: 'unsafe', change: { do: 'rename-header', to: field.name } },
      ...(isEditable && { alternatives: [renameField(field, column.name)] }),
      mirror: [...field.node, 'name'],
    };
  }
  if (fieldsMatch === 'superset') return;
  for (const expected of [...missing, ...(fieldsMatch === 'subset' ? renamed.map(([place]) => place) : [])]) {
    const field = fields[expected];
    if (!field || field.optional === true) continue;
    const message = say`The described column ${name(field.name)} is not in the data`;
    yield { place: { at: 'file' }, message, mirror: [...field.node, 'name'], ...(isEditable && { fix: removeField(field) }) };
  }
}

const renameField = ({ node }: FieldDescription, to: string): Fix =>
  ({ title: say`Call it ${name(to)} in the description`, safety: 'unsafe', change: { do: 'set-node', path: [...node, 'name'], value: to } });

const removeField = ({ node, name: called }: FieldDescription): Fix =>
  ({ title: say`Remove ${name(called)} from the description`, safety: 'unsafe', change: { do: 'remove-node', path: node } });

/** Without a header only the number of columns can be compared. */
function* countColumns({ fields, fieldsMatch, node }: Unit['resource'], { columns }: Unit['table']): Iterable<Problem> {
  if (columns.length >= fields.length || fieldsMatch === 'superset' || fieldsMatch === 'partial') return;
  const message = say`The data has ${count(columns.length, 'column')}, the description ${count(fields.length, 'field')}`;
  yield {
    place: { at: 'file' }, message, mirror: [...node, 'schema', 'fields'], facts: told({ columns: columns.length, fields: fields.length }),
  };
}

function* findAny({ fields, node }: Unit['resource'], { columns }: Unit['table']): Iterable<Problem> {
  const names = new Set(columns.map(column => column.name));
  if (fields.some(field => names.has(field.name))) return;
  yield { place: { at: 'file' }, message: say`None of the described columns is in the data`, mirror: [...node, 'schema', 'fields'] };
}
