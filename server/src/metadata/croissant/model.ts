import { objectOf, type JsonObject } from '../document/shape.ts';
import { contextOf, type Context } from './context.ts';
import { cut, thingOf, type Entry, type Thing } from './thing.ts';
import { USUAL } from './vocabulary.ts';

/** A description as the checks and the mapping see it. */
export interface Model {
  readonly context: Context;
  readonly version: Version;
  readonly dataset: Thing;
  readonly resources: readonly Part[];
  readonly recordSets: readonly RecordSet[];
  /** Everything that can be referred to, by id, and by the names that stood for ids before 1.0. The first of a name counts. */
  readonly named: ReadonlyMap<string, Part>;
  /** Whether all parts are objects with an id, so that what is not among them is nowhere. */
  readonly isComplete: boolean;
}

/** Versions in their order; what names none is taken for the draft before 1.0 where it uses its namespace, and for the last one elsewhere. */
export const VERSIONS = ['0.8', '1.0', '1.1'] as const;
export type Version = (typeof VERSIONS)[number];

export type Kind = 'FileObject' | 'FileSet' | 'RecordSet' | 'Field';

/** Something that can be referred to. */
export interface Part {
  readonly thing: Thing;
  /** Undefined where its type is none that can stand there. */
  readonly kind: Kind | undefined;
  /** Its id; before 1.0, and where there is none, its name, with that of its record set before it. Empty where it has neither. */
  readonly id: string;
  readonly record?: RecordSet;
}

export interface RecordSet extends Part {
  /** Fields of the first level. */
  readonly fields: readonly Field[];
}

export interface Field extends Part {
  readonly record: RecordSet;
  readonly subFields: readonly Field[];
  readonly isAnnotation: boolean;
}

/** Fields nested deeper than this are not looked at. */
const DEPTH = 20;

export function modelOf(root: JsonObject): Model {
  const context = contextOf(root['@context']);
  const dataset = thingOf(root, [], context, USUAL.Dataset);
  const resources = dataset.all('distribution').flatMap(entry => partOf(entry, context, RESOURCES, USUAL.Resource));
  const recordSets = dataset.all('recordSet').flatMap(entry => recordSetOf(entry, context));
  const named = new Map<string, Part>();
  const parts = [...resources, ...recordSets, ...recordSets.flatMap(allFields)];
  for (const part of parts) if (part.id !== '' && !named.has(part.id)) named.set(part.id, part);
  const strangers = ['distribution', 'recordSet'].flatMap(property => dataset.all(property)).some(({ value }) => !objectOf(value));
  const isComplete = !strangers && parts.every(part => part.id !== '' || ('isAnnotation' in part && part.isAnnotation === true));
  return { context, version: versionOf(dataset, context), dataset, resources, recordSets, named, isComplete };
}

const RESOURCES: readonly Kind[] = ['FileObject', 'FileSet'];

/** Fields of all levels, annotations too, each before those within it. */
export const allFields = (record: RecordSet): readonly Field[] => record.fields.flatMap(withSubFields);

const withSubFields = (field: Field): readonly Field[] => [field, ...field.subFields.flatMap(withSubFields)];

function partOf(entry: Entry, context: Context, kinds: readonly Kind[], usual: readonly string[]): readonly Part[] {
  const object = objectOf(entry.value);
  if (!object || isReference(object)) return [];
  const thing = thingOf(object, entry.path, context, usual);
  const kind = kinds.find(candidate => thing.types.some(type => isClass(type, candidate)));
  return [{ thing, kind, id: thing.text('@id') ?? thing.text('name') ?? '' }];
}

/** Version 0.8 had files in the namespace of schema.org. */
export const isClass = (type: string, kind: Kind): boolean => /^(?:sc|cr|ml)$/.test(cut(type)[0]) && cut(type)[1] === kind;

/** An object with an id and nothing else refers to what is described elsewhere. */
const isReference = (object: JsonObject): boolean => Object.keys(object).length === 1 && '@id' in object;

function recordSetOf(entry: Entry, context: Context): readonly RecordSet[] {
  const [part] = partOf(entry, context, ['RecordSet'], USUAL.RecordSet);
  if (!part) return [];
  const fields: Field[] = [];
  const record: RecordSet = { ...part, fields };
  const read = (property: string, isAnnotation: boolean): readonly Field[] => part.thing.all(property).flatMap(item => fieldOf(item, record, part.id, context, isAnnotation, 0));
  fields.push(...read('field', false), ...read('annotation', true));
  return [record];
}

function fieldOf(entry: Entry, record: RecordSet, above: string, context: Context, isAnnotation: boolean, depth: number): readonly Field[] {
  const [part] = partOf(entry, context, ['Field'], USUAL.Field);
  if (!part || depth > DEPTH) return [];
  const given = part.thing.text('@id');
  const id = given ?? (part.id === '' || above === '' ? part.id : `${above}/${part.id}`);
  const within = (property: string, annotation: boolean): readonly Field[] =>
    part.thing.all(property).flatMap(item => fieldOf(item, record, id, context, annotation, depth + 1));
  return [{ ...part, id, record, isAnnotation, subFields: [...within('subField', isAnnotation), ...within('annotation', true)] }];
}

const ADDRESS = /^https?:\/\/mlcommons\.org\/croissant\/(\d+\.\d+)\/?$/;

/** The version an address of the specification stands for, `undefined` where it is of something else. */
export const versionIn = (address: string): string | undefined => ADDRESS.exec(address)?.[1];

function versionOf(dataset: Thing, context: Context): Version {
  const stated = dataset.all('conformsTo').flatMap(({ value }) => (typeof value === 'string' ? versionIn(value) ?? [] : []));
  const known = VERSIONS.find(version => stated.includes(version));
  return known ?? (usesDraft(context) ? '0.8' : '1.1');
}

/** Names the context gives to the namespace of 0.8. */
export const draftPrefixes = ({ given, term }: Context): readonly string[] => Object.keys(given).filter(key => term(`${key}:`) === 'ml:');

export const usesDraft = (context: Context): boolean => draftPrefixes(context).length > 0;
