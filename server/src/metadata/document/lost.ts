import type { Description, FieldDescription, LicenceDescription, ResourceDescription } from '../../core/description.ts';
import { name, say, type Message } from '../../core/message.ts';
import { isSame, toJson } from '../../util/json.ts';

/** What a description says and its copy in another standard, read again, does not; annotations are compared elsewhere. Tables are matched by their files. */
export function lostBetween(before: Description, after: Description): readonly Message[] {
  const { name: called, title, extra = {} } = before;
  const copied = before.standard === after.standard ? after.extra ?? {} : {};
  const keys = [
    ...(called === undefined || called === after.name ? [] : ['name']), ...(title === undefined || [after.title, after.name].includes(title) ? [] : ['title']),
    ...DATASET.filter(key => isLost(before[key], after[key])),
    ...(before.licences?.every(licence => after.licences?.some(one => isSameLicence(licence, one))) === false ? ['licenses'] : []),
    ...Object.keys(extra).filter(key => !(key in copied)),
  ];
  return [
    ...keys.map(key => say`${name(key)} of the dataset`),
    ...before.resources.flatMap(resource => lostOfResource(resource, after.resources.find(({ paths }) => paths.some(path => resource.paths.includes(path))))),
  ];
}

const DATASET = ['description', 'version', 'homepage', 'created', 'modified', 'keywords', 'languages', 'creators', 'ml'] as const;
const RESOURCE = ['title', 'description', 'dialect', 'encoding', 'bytes', 'rows', 'hash', 'missingValues', 'primaryKey', 'uniqueKeys', 'foreignKeys', 'seal'] as const;
const FIELD = ['type', 'format', 'unit', 'missingValues', 'lexical', 'aliases', 'title', 'description', 'examples'] as const;

const isSameLicence = (a: LicenceDescription, b: LicenceDescription): boolean =>
  (a.id === undefined ? a.title === b.title && a.url === b.url : a.id.toLowerCase() === b.id?.toLowerCase());

function lostOfResource(resource: ResourceDescription, after: ResourceDescription | undefined): readonly Message[] {
  const called = name(resource.name);
  if (!after) return [say`The resource ${called} as a whole`];
  const keys = [
    ...RESOURCE.filter(key => isLost(unusual(resource)[key], after[key])), ...(resource.paths.length > after.paths.length ? ['path'] : []),
    ...(resource.fieldsMatch !== undefined && after.fieldsMatch === undefined ? ['fields'] : []), ...Object.keys(resource.extra ?? {}),
  ];
  const fields = after.fieldsMatch === undefined ? [] : resource.fields;
  return [
    ...keys.map(key => say`${name(key)} of the resource ${called}`),
    ...fields.flatMap(field => lostOfField(field, after.fields.find(one => one.name === field.name)).map(key => say`${name(key)} of the field ${name(field.name)}`)),
  ];
}

/** Without what every reader takes for granted. */
function unusual({ encoding, dialect, ...resource }: ResourceDescription): ResourceDescription {
  const { delimiter, quote, header, ...others } = dialect ?? {};
  const kept = { ...others, ...(delimiter !== ',' && { delimiter }), ...(quote !== '"' && { quote }), ...(header !== true && { header }) };
  const isUsual = Object.values(kept).every(value => value === undefined);
  return { ...resource, ...(dialect && !isUsual && { dialect }), ...(encoding !== undefined && !/^utf-?8$/i.test(encoding) && { encoding }) };
}

function lostOfField(field: FieldDescription, after: FieldDescription | undefined): readonly string[] {
  const others = new Map<string, unknown>(Object.entries(after?.constraints ?? {}));
  const constraints = Object.entries(field.constraints).filter(([key, value]) => key !== 'enum' && value !== undefined && isLost(value, others.get(key)));
  return [
    ...FIELD.filter(key => (key !== 'type' || field.type !== 'any') && isLost(field[key], after?.[key])), ...constraints.map(([key]) => key),
    ...(field.constraints.enum?.some(value => !after?.constraints.enum?.map(String).includes(String(value))) ? ['enum'] : []),
    ...Object.keys(field.extra ?? {}).filter(key => key !== 'privacy'),
  ];
}

const isLost = (before: unknown, after: unknown): boolean => before !== undefined && !isSame(withoutNodes(before), withoutNodes(after));

/** Where something stands is no part of what it says. */
const withoutNodes = (value: unknown): ReturnType<typeof toJson> =>
  toJson(JSON.parse(JSON.stringify(value ?? null, (key: string, one: unknown) => (key === 'node' || key === 'idNode' ? undefined : one))));
