import type { FieldDescription, ForeignKeyDescription, ResourceDescription } from '../core/description.ts';
import type { Reading } from '../core/reading.ts';
import type { Described } from './described.ts';

type Header = Pick<Reading, 'hasHeader' | 'header' | 'alsoCalled'>;

/**
 * A described table with its fields called as the header of the file calls them, in keys too, so that rules know one name alone: where a field has other
 * names, none, or the file has no header, or spaces stand around a name that are no part of it.
 */
export function fitDescribed(described: Described, reading: Header): Described {
  const resource = fitResource(described.resource, reading);
  return resource === described.resource ? described : { ...described, resource };
}

export function fitResource(resource: ResourceDescription, reading: Header): ResourceDescription {
  const names = headerNames(resource, reading);
  if (names.size === 0) return resource;
  const renamed = (keys: readonly string[]): readonly string[] => fitNames(keys, names);
  const { primaryKey, uniqueKeys, foreignKeys, fields } = resource;
  const fitKey = (key: ForeignKeyDescription): ForeignKeyDescription =>
    ({ ...key, fields: renamed(key.fields), reference: key.resource === '' ? renamed(key.reference) : key.reference });
  return {
    ...resource,
    fields: fields.map((field, i) => ({ ...field, name: shownName(field, i, resource, reading) })),
    ...(primaryKey && { primaryKey: renamed(primaryKey) }),
    ...(uniqueKeys && { uniqueKeys: uniqueKeys.map(renamed) }),
    ...(foreignKeys && { foreignKeys: foreignKeys.map(fitKey) }),
  };
}

/** What the header calls the fields that are described under another name. */
export function headerNames(resource: ResourceDescription, reading: Header): ReadonlyMap<string, string> {
  return new Map(resource.fields.flatMap((field, i) => {
    const shown = shownName(field, i, resource, reading);
    return shown === field.name ? [] : [[field.name, shown] as const];
  }));
}

export const fitNames = (keys: readonly string[], names: ReadonlyMap<string, string>): readonly string[] => keys.map(key => names.get(key) ?? key);

function shownName({ name, aliases = [] }: FieldDescription, index: number, { dialect }: ResourceDescription, { hasHeader, header, alsoCalled = [] }: Header): string {
  if (!hasHeader || name === '') return header[index] ?? name;
  const known = [name, ...aliases];
  const plain = known.find(one => header.includes(one));
  if (plain !== undefined) return plain;
  const trimmed = dialect?.trim === true ? header.find(one => known.includes(one.trim())) : undefined;
  const below = alsoCalled.findIndex((names, i) => [...names, [header[i], ...names].join(' ')].some(one => known.includes(one)));
  return trimmed ?? header[below] ?? name;
}
