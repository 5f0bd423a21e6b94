import type { Constraints, Description, FieldDescription, FieldType, ResourceDescription } from '../../core/description.ts';
import { compact } from '../document/shape.ts';

/** The schema of a row of a table, as JSON Schema 2020-12 has it. */
export function writeRowSchema({ title, name, description: about }: Description, resource: ResourceDescription): string {
  const { fields, fieldsMatch } = resource;
  const isClosed = fieldsMatch === 'exact' || fieldsMatch === 'equal';
  return `${JSON.stringify({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...compact({ title: resource.title ?? title ?? name, description: resource.description ?? about }),
    ...writeObject(isJson(resource) ? nested(fields) : fields.map(field => [field.name, field] as const), isJson(resource)),
    ...(isClosed && { additionalProperties: false }),
  }, null, 2)}\n`;
}

export const isJson = ({ paths: [first = ''] }: ResourceDescription): boolean => /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(first);

/** Columns of JSON by the objects they stand in: `a.b` is the part `b` of `a`. */
type Tree = readonly (readonly [name: string, part: FieldDescription | { readonly parts: Tree }])[];

function nested(fields: readonly FieldDescription[]): Tree {
  const groups = new Map<string, FieldDescription[]>();
  for (const field of fields) {
    const [first = ''] = /^[^.]+/.exec(field.name) ?? [field.name];
    groups.set(first, [...(groups.get(first) ?? []), field]);
  }
  return [...groups].map(([first, group]) => {
    const [only] = group;
    if (first.endsWith('[]')) return [first.slice(0, -2), { name: first, type: 'array', constraints: {}, node: [] }] as const;
    if (only && group.length === 1 && only.name === first) return [first, only] as const;
    return [first, { parts: nested(group.map(field => ({ ...field, name: field.name.slice(first.length + 1) })).filter(({ name }) => name !== '')) }] as const;
  });
}

function writeObject(tree: Tree, inJson: boolean): object {
  const required = tree.filter(([, part]) => 'parts' in part || part.optional !== true).map(([name]) => name);
  const properties = tree.map(([name, part]) => [name, 'parts' in part ? writeObject(part.parts, inJson) : writeProperty(part, inJson)] as const);
  return { type: 'object', ...(required.length > 0 && { required }), properties: Object.fromEntries(properties) };
}

const TYPES: Readonly<Partial<Record<FieldType, readonly [type: string, format?: string]>>> = {
  string: ['string'], number: ['number'], integer: ['integer'], year: ['integer'], boolean: ['boolean'], date: ['string', 'date'], datetime: ['string', 'date-time'], time: ['string', 'time'],
  object: ['object'], array: ['array'], geojson: ['object'],
};
const FORMATS: readonly string[] = ['email', 'uri', 'uuid'];

/** What may be missing may be null. Dates of a form of their own have no format there. */
function writeProperty({ type, format, title, description, constraints, unit }: FieldDescription, inJson: boolean): object {
  const isUsual = format === undefined || format === 'default' || format === 'any';
  const [word, form] = TYPES[type] ?? (type === 'any' ? [] : ['string']);
  const mayLack = constraints.required !== true && (inJson || word !== 'string');
  const format2 = isUsual ? form : FORMATS.find(one => one === format);
  return compact({
    title, description: unit === undefined ? description : [description, `(${unit})`].filter(Boolean).join(' '),
    type: word === undefined ? undefined : mayLack ? [word, 'null'] : word, format: format2, ...writeConstraints(constraints, word, mayLack),
  });
}

function writeConstraints({ enum: allowed, minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength, pattern }: Constraints, type: string | undefined, mayLack: boolean): object {
  const values = allowed && (mayLack && type !== undefined ? [...allowed, null] : allowed);
  if (type === 'string') return { enum: values, minLength, maxLength, pattern: pattern === undefined ? undefined : `^${/[|]/.test(pattern) ? `(?:${pattern})` : pattern}$` };
  const bound = (limit: number | string | undefined): number | undefined => (typeof limit === 'number' ? limit : undefined);
  if (type !== 'number' && type !== 'integer') return { enum: values };
  return { enum: values, minimum: bound(minimum), maximum: bound(maximum), exclusiveMinimum: bound(exclusiveMinimum), exclusiveMaximum: bound(exclusiveMaximum) };
}
