import type { FieldType } from '../../core/description.ts';
import { name, say, value, type Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { listOf, numberOf, objectOf, textOf, type JsonObject } from '../document/shape.ts';

/** One column of a dataset, or a part of one, as `datasets.Features` has it. */
export interface Feature {
  readonly name: string;
  readonly node: NodePath;
  readonly type: FieldType;
  /** Labels of a class, by their number. */
  readonly labels?: readonly string[];
  /** Parts of a struct. */
  readonly parts?: readonly Feature[];
  /** `list` for lists of one value after the other; `columns` for the old form in which every part of a struct is a list. */
  readonly repeated?: 'list' | 'columns';
  /** Images, sounds and films: the data has files or bytes in their place. */
  readonly media?: boolean;
}

/** The features of a card with what is wrong with them. */
export interface ReadFeatures {
  readonly features: readonly Feature[];
  readonly complaints: readonly Complaint[];
}

/** Reads the list form of a card (`- name: x`, `dtype: int32`), nested as deep as the document is. */
export function readFeatures(value: Json | undefined, node: NodePath): ReadFeatures {
  const complaints: Complaint[] = [];
  return { features: readParts(value, node, complaints), complaints };
}

function readParts(value: Json | undefined, node: NodePath, complaints: Complaint[]): readonly Feature[] {
  const seen = new Set<string>();
  return (listOf(value) ?? []).flatMap((item, i) => {
    const path = [...node, i];
    const feature = objectOf(item);
    if (!feature) return complain(complaints, path, 'value', say`A feature is an object with ${name('name')} and ${name('dtype')}`);
    const given = textOf(feature['name']);
    if (given === undefined) complain(complaints, 'name' in feature ? [...path, 'name'] : path, 'key', say`A feature needs a ${name('name')} that is text`);
    else if (seen.has(given)) complain(complaints, [...path, 'name'], 'value', say`Another feature is called ${name(given)} already`);
    seen.add(given ?? '');
    return [{ ...readType(feature, path, complaints), name: given ?? '', node: path }];
  });
}

type FeatureType = Omit<Feature, 'name' | 'node'>;
const ANY: FeatureType = { type: 'any' };
const LISTS: ReadonlySet<string> = new Set(['sequence', 'list', 'large_list']);
/** Keys that may stand beside the type. */
const BESIDE: ReadonlySet<string> = new Set(['name', 'id', 'length', 'description', 'decode', 'mode', 'sampling_rate', 'mono', 'num_channels', 'stream_index', 'dimensions', 'device']);

/** The type is the first key that is one, as the library has it. */
function readType(feature: JsonObject, path: NodePath, complaints: Complaint[]): FeatureType {
  const keys = Object.keys(feature).filter(key => !BESIDE.has(key));
  const key = keys.find(one => one === 'dtype' || one === 'struct' || LISTS.has(one) || one in MAKERS);
  if (key === undefined) return untyped(keys, path, complaints);
  const at = [...path, key];
  const given = feature[key];
  if (LISTS.has(key)) return readList(given, at, complaints, key === 'sequence');
  if (key === 'struct') return readStruct(given, at, complaints);
  if (key !== 'dtype') return readMade(key, given, at, complaints);
  const dtype = textOf(given);
  const inner = objectOf(given);
  if (dtype !== undefined) return readDtype(dtype, at, complaints);
  if (inner) return readType(inner, at, complaints);
  complain(complaints, at, 'value', say`${name('dtype')} should be the name of a type, or an object for types with parts`);
  return ANY;
}

function untyped(keys: readonly string[], path: NodePath, complaints: Complaint[]): FeatureType {
  const [slip] = keys;
  const meant = slip === undefined ? undefined : mostSimilar(slip, ['dtype', 'struct', ...LISTS, ...Object.keys(MAKERS)]);
  if (slip === undefined || meant === undefined) complain(complaints, path, 'key', say`A feature needs a type: ${name('dtype')}, ${name('list')} or ${name('struct')}`);
  else {
    complaints.push({
      kind: 'schema', path: [...path, slip], part: 'key', message: say`${name(slip)} is no type of a feature; did you mean ${name(meant)}?`,
      fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path: [...path, slip], to: meant } },
    });
  }
  return ANY;
}

function readList(given: Json | undefined, at: NodePath, complaints: Complaint[], isOld: boolean): FeatureType {
  const dtype = textOf(given);
  if (listOf(given)) return { type: isOld ? 'object' : 'array', repeated: isOld ? 'columns' : 'list', parts: readParts(given, at, complaints) };
  if (dtype !== undefined) readDtype(dtype, at, complaints);
  else if (objectOf(given)) readType(objectOf(given) ?? {}, at, complaints);
  else complain(complaints, at, 'value', say`A list needs the type of its items: the name of a type, an object, or a list of features`);
  return { type: 'array', repeated: 'list' };
}

function readStruct(given: Json | undefined, at: NodePath, complaints: Complaint[]): FeatureType {
  if (!listOf(given)) complain(complaints, at, 'value', say`${name('struct')} should be a list of features`);
  return { type: 'object', parts: readParts(given, at, complaints) };
}

/** Types with parameters, by the name a card has for them, and what those have to be. */
const MAKERS: Readonly<Record<string, (given: JsonObject, at: NodePath, complaints: Complaint[]) => FeatureType>> = {
  class_label: readLabels,
  translation: readTranslation,
  translation_variable_languages: () => ({ type: 'object' }),
  array2_d: (given, at, complaints) => readArray(2, given, at, complaints),
  array3_d: (given, at, complaints) => readArray(3, given, at, complaints),
  array4_d: (given, at, complaints) => readArray(4, given, at, complaints),
  array5_d: (given, at, complaints) => readArray(5, given, at, complaints),
  image: () => MEDIA, audio: () => MEDIA, video: () => MEDIA, pdf: () => MEDIA, nifti: () => MEDIA, mesh: () => MEDIA,
  json: () => ANY,
};
const MEDIA: FeatureType = { type: 'any', media: true };

function readMade(key: string, given: Json | undefined, at: NodePath, complaints: Complaint[]): FeatureType {
  return MAKERS[key]?.(objectOf(given) ?? {}, at, complaints) ?? ANY;
}

function readTranslation(given: JsonObject, at: NodePath, complaints: Complaint[]): FeatureType {
  if (!listOf(given['languages'])) complain(complaints, at, 'key', say`A translation lists its ${name('languages')}`);
  return { type: 'object' };
}

function readArray(dimensions: number, { shape, dtype }: JsonObject, at: NodePath, complaints: Complaint[]): FeatureType {
  const sizes = listOf(shape);
  if (sizes?.length !== dimensions) complain(complaints, shape === undefined ? at : [...at, 'shape'], 'value', say`${name('shape')} should list ${dimensions} sizes`);
  const given = textOf(dtype);
  if (given === undefined) complain(complaints, at, 'key', say`${name('dtype')} is missing here and has to be given`);
  else readDtype(given, [...at, 'dtype'], complaints);
  return { type: 'array', repeated: 'list' };
}

/** Labels as a list, or as a map from all numbers from 0 on. */
function readLabels(given: JsonObject, at: NodePath, complaints: Complaint[]): FeatureType {
  const { names } = given;
  const total = numberOf(given['num_classes']);
  if (names === undefined && total === undefined && given['names_file'] === undefined) complain(complaints, at, 'key', say`A class label needs its ${name('names')}`);
  const path = [...at, 'names'];
  const map = objectOf(names);
  if (map) return { type: 'string', labels: readNumbered(map, path, complaints) };
  if (names !== undefined && !listOf(names)) complain(complaints, path, 'value', say`${name('names')} should be a list of labels, or a map from numbers to labels`);
  const labels = (listOf(names) ?? []).map(String);
  repeated(labels, path, complaints, i => i);
  return { type: 'string', ...(labels.length > 0 && { labels }) };
}

function readNumbered(map: JsonObject, path: NodePath, complaints: Complaint[]): readonly string[] {
  const keys = Object.keys(map);
  const stray = keys.find(key => !/^\d+$/.test(key));
  if (stray !== undefined) {
    complain(complaints, [...path, stray], 'key', say`Labels are numbered from 0 on; ${value(stray, -1)} is no number`);
    return [];
  }
  const absent = keys.map((_, i) => i).find(i => !Object.hasOwn(map, String(i)));
  if (absent !== undefined) complain(complaints, path, 'key', say`Labels are numbered from 0 on without gaps; ${absent} is missing`);
  const ordered = [...keys].sort((a, b) => Number(a) - Number(b));
  const labels = ordered.map(key => String(map[key]));
  repeated(labels, path, complaints, i => ordered[i] ?? i);
  return labels;
}

function repeated(labels: readonly string[], path: NodePath, complaints: Complaint[], keyOf: (index: number) => string | number): void {
  const seen = new Set<string>();
  labels.forEach((label, i) => {
    if (seen.has(label)) complain(complaints, [...path, keyOf(i)], 'value', say`The label ${value(label, -1)} occurs twice`);
    seen.add(label);
  });
}

/** Types of Arrow by the names the library has for them. */
const PLAIN: Readonly<Record<string, FieldType>> = {
  null: 'any', bool: 'boolean', int8: 'integer', int16: 'integer', int32: 'integer', int64: 'integer', uint8: 'integer', uint16: 'integer', uint32: 'integer',
  uint64: 'integer', float16: 'number', float32: 'number', float64: 'number', float: 'number', double: 'number', halffloat: 'number', date32: 'date', date64: 'date',
  string: 'string', large_string: 'string', string_view: 'string', utf8: 'string', binary: 'any', large_binary: 'any', binary_view: 'any',
};
/** Names of types that need nothing besides. */
export const DTYPES: readonly string[] = [...Object.keys(PLAIN), 'timestamp[s]', 'timestamp[ns]', 'image', 'audio', 'video'];

const WITH_UNIT: readonly (readonly [RegExp, FieldType])[] = [
  [/^timestamp\[(?:s|ms|us|ns)(?:, ?tz=[\w+:/-]+)?\]$/, 'datetime'], [/^time32\[(?:s|ms)\]$/, 'time'], [/^time64\[(?:us|ns)\]$/, 'time'],
  [/^duration\[(?:s|ms|us|ns)\]$/, 'any'], [/^decimal(?:128|256)\(\d+(?:, ?-?\d+)?\)$/, 'number'],
];
/** What other libraries and languages call them. */
const ALIASES: Readonly<Record<string, string>> = {
  str: 'string', text: 'string', object: 'string', varchar: 'string', int: 'int64', integer: 'int64', long: 'int64', number: 'float64', boolean: 'bool',
  datetime: 'timestamp[s]', timestamp: 'timestamp[s]', date: 'date32', bytes: 'binary',
};

function readDtype(dtype: string, at: NodePath, complaints: Complaint[]): FeatureType {
  const type = Object.hasOwn(PLAIN, dtype) ? PLAIN[dtype] : WITH_UNIT.find(([form]) => form.test(dtype))?.[1];
  if (type !== undefined) return { type };
  if (Object.hasOwn(MAKERS, dtype)) return MAKERS[dtype]?.({}, at, NEEDLESS.has(dtype) ? [] : complaints) ?? ANY;
  const meant = ALIASES[dtype.toLowerCase()] ?? mostSimilar(dtype, [...Object.keys(PLAIN), ...Object.keys(MAKERS)]);
  if (meant === undefined) complain(complaints, at, 'value', say`${value(dtype, -1)} is no type of a feature`);
  else {
    complaints.push({
      kind: 'schema', path: at, part: 'value', message: say`${value(dtype, -1)} is no type of a feature; did you mean ${value(meant, -1)}?`,
      fix: { title: say`Replace with ${value(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path: at, value: meant } },
    });
  }
  return { type: PLAIN[meant ?? ''] ?? 'any' };
}
/** Types that need no parameters. */
const NEEDLESS: ReadonlySet<string> = new Set(['image', 'audio', 'video', 'pdf', 'nifti', 'mesh', 'json']);

function complain(complaints: Complaint[], path: NodePath, part: 'key' | 'value', message: Message): readonly [] {
  complaints.push({ kind: 'schema', path, part, message });
  return [];
}

