import type { ColumnPrivacy, PrivacyDescription } from './annotation.ts';
import type { Formula } from './formula.ts';
import type { Json } from './problem.ts';
import type { NodePath } from './place.ts';
import type { Trim } from './reading.ts';
import type { UsedTerm } from './term.ts';

/**
 * The one in-memory model of a dataset, whatever standard it was written in. A metadata standard maps onto it and says what it cannot carry.
 * Every part remembers the node it came from, so that a problem can point at it.
 */
export interface Description {
  /** Id of the standard it was read from. */
  readonly standard?: string;
  readonly name?: string;
  readonly title?: string;
  readonly description?: string;
  readonly version?: string;
  readonly homepage?: string;
  /** When it was made or published, and last changed: ISO 8601. */
  readonly created?: string;
  readonly modified?: string;
  /** The last day somebody keeps it up, as 2026-05-31 or a moment of that day. */
  readonly ends?: Claim<string>;
  readonly keywords?: readonly string[];
  /** Natural languages of its texts, BCP 47. */
  readonly languages?: readonly string[];
  readonly creators?: readonly string[];
  readonly licences?: readonly LicenceDescription[];
  readonly resources: readonly ResourceDescription[];
  readonly privacy?: PrivacyDescription;
  /** Terms of vocabularies where they stand, of standards that have them in properties of their own; elsewhere they are where the blocks `privacy` have them. */
  readonly terms?: readonly UsedTerm[];
  readonly ml?: MlDescription;
  readonly extra?: Extra;
}

/**
 * Properties of the standard a description was read from that the model has no words for, as they were written. The same standard writes them back;
 * every other one names them as lost.
 */
export type Extra = Readonly<Record<string, Json>>;

/** Under what terms the data may be used: an identifier (SPDX or Open Definition), an address, or both. */
export interface LicenceDescription {
  readonly id?: string;
  readonly title?: string;
  readonly url?: string;
  readonly node: NodePath;
  /** Where the identifier stands, if that is not all of the node. */
  readonly idNode?: NodePath;
}

export interface ResourceDescription {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  /** Paths relative to the description, with `/`; several when one table is split over files. */
  readonly paths: readonly string[];
  /** Whether the paths are patterns that name every file they match. */
  readonly globs?: boolean;
  /** Whether there may be no such file: the paths were guessed from the name of the description. */
  readonly optional?: boolean;
  /** Where each path stands, in the same order; under `path` of the resource's node when left out. */
  readonly pathNodes?: readonly NodePath[];
  readonly mediaType?: string;
  /** What the file or table is said to hold; all are exact. */
  readonly bytes?: Claim<number>;
  readonly rows?: Claim<number>;
  readonly columns?: Claim<number>;
  /** Digest of the file in hexadecimal digits. */
  readonly hash?: Claim<{ readonly algorithm: HashAlgorithm; readonly digits: string }>;
  /** The split the whole table is, as its standard calls it. */
  readonly split?: string;
  readonly encoding?: string;
  /** What it is made of, where it is no text with delimiters; only where the data was looked at. */
  readonly content?: ResourceContent;
  readonly dialect?: DialectDescription;
  readonly fields: readonly FieldDescription[];
  /** How the fields relate to the columns (Table Schema 2.0, `fieldsMatch`); `undefined` when the resource has no schema. */
  readonly fieldsMatch?: 'exact' | 'equal' | 'subset' | 'superset' | 'partial';
  /** Spellings of "missing"; the default of Table Schema is the empty string alone. */
  readonly missingValues?: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly uniqueKeys?: readonly (readonly string[])[];
  readonly foreignKeys?: readonly ForeignKeyDescription[];
  /** What else has to hold of the table, as somebody declared it. */
  readonly checks?: readonly CheckDescription[];
  /** How old the newest row may be. */
  readonly freshness?: FreshnessDescription;
  /** What the table was when somebody sealed it. */
  readonly seal?: SealDescription;
  readonly extra?: Extra;
  readonly node: NodePath;
}

/** A folder of images, a folder a class; JSON Lines with conversations for a language model; or something else that has rows. */
export const RESOURCE_CONTENTS = ['images', 'conversations', 'records'] as const;
export type ResourceContent = (typeof RESOURCE_CONTENTS)[number];

/** A check that a description asks for beside its schema, by the names a common implementation of Data Package has for them. */
export type CheckDescription = { readonly node: NodePath } & (
  /** Values that may not stand in a field, or of which each has to stand in some row; each by the ways it may be spelled. */
  | { readonly kind: 'forbidden-value' | 'required-value'; readonly field: string; readonly values: readonly (readonly string[])[] }
  /** Whole numbers, each one more than the one above it. */
  | { readonly kind: 'sequential-value'; readonly field: string }
  /** Numbers no further from their average than so many standard deviations. */
  | { readonly kind: 'deviated-value'; readonly field: string; readonly interval: number; readonly average: 'mean' | 'median' }
  /** A condition that holds for every row, with the text it was written as. */
  | { readonly kind: 'row-constraint'; readonly formula: Formula; readonly source: string }
  /** Texts no longer than so many standard deviations of their lengths above the median one, in all fields but some. */
  | { readonly kind: 'deviated-cell'; readonly interval: number; readonly except: readonly string[] }
  /** No value as programs leave it that cut off what does not fit. */
  | { readonly kind: 'truncated-value' }
  /** Fewest and most rows and fields. */
  | { readonly kind: 'table-dimensions'; readonly rows: Limits; readonly fields: Limits }
  /** Nothing beyond ASCII. */
  | { readonly kind: 'ascii-value' }
);

export interface Limits {
  readonly least?: number;
  readonly most?: number;
}

/** A promise that the newest date of a column is not longer ago than a period of whole days, a duration of ISO 8601. */
export interface FreshnessDescription {
  readonly period: string;
  readonly field: string;
  readonly node: NodePath;
}

/** A version of a table by its profile, so that a later one can be held against it. */
export interface SealDescription {
  readonly rows: number;
  readonly columns: readonly SealedColumn[];
  readonly node: NodePath;
}

/** What a version of a file is known by: its size and digest, and what its table holds. */
export interface FileSeal {
  readonly bytes: number;
  /** Hexadecimal digits. */
  readonly sha256: string;
  readonly profile: Pick<SealDescription, 'rows' | 'columns'>;
}

export interface SealedColumn {
  readonly name: string;
  readonly type: FieldType;
  readonly missing: number;
  readonly distinct: number;
  /** Of texts that may be seen and are few: all of them, in order. */
  readonly values?: readonly string[];
  /** Of numbers that may be seen. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly mean?: number;
}

/** A fact a description claims of its data, which can be held against it. */
export interface Claim<T> {
  readonly value: T;
  readonly node: NodePath;
}

export const HASH_ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha512'] as const;
export type HashAlgorithm = (typeof HASH_ALGORITHMS)[number];

/** Fields whose values are to be found in another table of the dataset. */
export interface ForeignKeyDescription {
  readonly fields: readonly string[];
  /** Name of the resource they refer to; empty for the table itself. */
  readonly resource: string;
  /** As many fields there, in the same order. */
  readonly reference: readonly string[];
  readonly node: NodePath;
}

/** What became of a path a description names. Only paths in state `found` are ever opened. */
export interface PathFact {
  readonly path: string;
  readonly node: NodePath;
  readonly state: PathState;
  /** Of a pattern: the paths it means, the first ones of many. */
  readonly matches?: readonly string[];
}

export type PathState =
  | 'found' | 'missing'
  /** A folder or something else that cannot be read as a table. */
  | 'not-a-file'
  /** `/...`, `C:...`, or another form that does not start at the description. */
  | 'absolute'
  /** Climbs out of the description's folder with `..`, or a link leads out of the workspace. */
  | 'outside'
  /** Through a folder whose name starts with a dot, which the standard forbids. */
  | 'hidden'
  /** On the network: never fetched, so never checked. */
  | 'remote'
  /** A pattern in a place with too many folders to look through. */
  | 'unlisted';

export interface DialectDescription {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly escape?: string;
  readonly header?: boolean;
  /** Rows above the header that are no part of the table. */
  readonly skipRows?: number;
  /** Rows of the header, where it has more than one. */
  readonly headerRows?: number;
  /** What lines begin with that are comments and no rows. */
  readonly comment?: string;
  /**
   * Whether spaces around a cell, in the header too, are no part of it: at one side of it or at both. Where nobody says so but the standard has readers
   * be lenient, `true`: then names of columns are compared without them.
   */
  readonly trim?: boolean | Trim;
  /** Whether rows of nothing but empty cells are no rows. */
  readonly skipBlankRows?: boolean;
}

export interface FieldDescription {
  /** Name of the column in the data. */
  readonly name: string;
  /** Other names the column may have in the data, such as titles of CSVW. */
  readonly aliases?: readonly string[];
  /** Field type as Table Schema names it; `any` when nothing is said. */
  readonly type: FieldType;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly unit?: string;
  readonly constraints: Constraints;
  readonly missingValues?: readonly string[];
  readonly privacy?: ColumnPrivacy;
  /** Values the description shows as examples, as text. */
  readonly examples?: readonly Claim<string>[];
  /** How values are written where that departs from the usual form of the type. */
  readonly lexical?: LexicalForm;
  /** What its values are exactly, where the standard has finer types than `type`; then it decides what a value is. */
  readonly datatype?: Datatype;
  /** What stands between the items of a cell that holds a list; then type and constraints are those of an item. */
  readonly separator?: string;
  /** Of type `list`: what stands between the items of a cell, and the type of each. */
  readonly items?: { readonly delimiter: string; readonly type: FieldType };
  readonly extra?: Extra;
  /** Whether the data may do without the column. */
  readonly optional?: boolean;
  /** How findings say its texts are to be mended; only where the data was looked at. */
  readonly repairs?: readonly Repair[];
  /** Its texts are sentences rather than names of things, with blanks between words or without; only where the data was looked at. */
  readonly prose?: 'spaced' | 'blankless';
  readonly node: NodePath;
}

/** Ways to mend how values are written: surplus blanks, full-width characters, numbers, dates, the case of letters. */
export const REPAIRS = ['blanks', 'width', 'number', 'date', 'case'] as const;
export type Repair = (typeof REPAIRS)[number];

/**
 * A datatype of XML Schema or of CSV on the Web, by its name there, with the way its values are written: a number pattern or date pattern of UAX 35, or
 * `yes|no` of a boolean. Bounds are as they were written.
 */
export interface Datatype {
  readonly base: string;
  readonly pattern?: string;
  readonly decimalChar?: string;
  readonly groupChar?: string;
  readonly least?: number | string;
  readonly above?: number | string;
  readonly most?: number | string;
  readonly below?: number | string;
}

/** Spelling of numbers and truth values, by the names Table Schema has for it. */
export interface LexicalForm {
  readonly decimalChar?: string;
  readonly groupChar?: string;
  readonly bareNumber?: boolean;
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
}

export const FIELD_TYPES = [
  'any', 'string', 'number', 'integer', 'boolean', 'date', 'time', 'datetime', 'year', 'yearmonth', 'duration', 'object', 'array', 'list', 'geopoint', 'geojson',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Constraints of Table Schema; bounds keep the form they were written in. */
export interface Constraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minimum?: number | string;
  readonly maximum?: number | string;
  readonly exclusiveMinimum?: number | string;
  readonly exclusiveMaximum?: number | string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** What a model should learn from the dataset. */
export interface MlDescription {
  readonly task?: 'classification' | 'regression';
  readonly target?: string;
  readonly features?: readonly string[];
  readonly ignore?: readonly string[];
  /** Column whose values must not be spread over splits. */
  readonly group?: string;
  /** Column that orders the rows in time. */
  readonly time?: string;
  /** Columns of protected attributes, by whose values the data should be balanced. */
  readonly groups?: readonly string[];
  readonly splits?: SplitsDescription;
  readonly node: NodePath;
}

/** What a part of a dataset is for. */
export const SPLIT_ROLES = ['train', 'validation', 'test'] as const;
export type SplitRole = (typeof SPLIT_ROLES)[number];

/** Which parts a dataset has: resources by name or, where there is a column that says it, values of that column. */
export interface SplitsDescription {
  readonly column?: string;
  readonly parts: Readonly<Partial<Record<SplitRole, readonly string[]>>>;
  /** How many rows each part is said to have. */
  readonly rows: Readonly<Partial<Record<SplitRole, number>>>;
  readonly node: NodePath;
}

/** True where what is claimed of a resource is claimed of one file: it has one path, and that is no pattern. */
export function isOneFile({ paths, globs }: ResourceDescription): boolean {
  return paths.length === 1 && !(globs === true && /[*?[{]/.test(paths[0] ?? ''));
}

/** True where an annotation says the column holds personal data. */
export function isAnnotatedPersonal(field: FieldDescription | undefined): boolean {
  return field?.privacy?.category?.startsWith('user') === true || field?.privacy?.type !== undefined;
}

/** What a column may be that is about persons and yet does not tell one from another by itself. */
const TELLS_MANY: ReadonlySet<string | undefined> = new Set(['quasi-identifier', 'sensitive', 'insensitive', 'weight']);

/** True where an annotation says the column holds personal data and nothing says that many persons share its values: no model learns from it unasked. */
export function identifies(field: FieldDescription | undefined): boolean {
  return isAnnotatedPersonal(field) && !TELLS_MANY.has(field?.privacy?.role);
}

/** True where a target is declared and a model learns it from this column, as far as the description says: neither target, group, time nor ignored. */
export function isFeature(columnName: string, ml: MlDescription | undefined): boolean {
  if (ml?.target === undefined || [ml.target, ml.group, ml.time, ...(ml.ignore ?? [])].includes(columnName)) return false;
  return ml.features === undefined || ml.features.includes(columnName);
}

/** Spellings that mean "missing" in a field: its own, else those of the table, else the empty text, as Table Schema has it. */
export function missingValuesOf(field: FieldDescription, resource: ResourceDescription): readonly string[] {
  return field.missingValues ?? resource.missingValues ?? [''];
}
