import type { Constraints, Description, DialectDescription, FieldDescription, ForeignKeyDescription, ResourceDescription } from '../../core/description.ts';
import { name, say, type Message } from '../../core/message.ts';
import type { WrittenDescription } from '../../core/standard.ts';
import { compact } from '../document/shape.ts';
import { expressionOf } from './expressions.ts';
import { CONTEXT, isColumnName } from './terms.ts';

/** A new document in CSVW: one table, or a group of them; what it has no words for is listed. */
export function writeTables(description: Description): WrittenDescription {
  const lost: Message[] = lostOf(description);
  const tables = description.resources.map(resource => writeTable(resource, description, lost));
  const [only] = tables;
  const body = tables.length === 1 && only ? only : { tables };
  const root = { '@context': contextOf(description), ...annotationsOf(description), ...body };
  return { text: `${JSON.stringify(root, null, 2)}\n`, lost };
}

const contextOf = ({ languages }: Description): unknown => (languages?.length === 1 ? [CONTEXT, { '@language': languages[0] }] : CONTEXT);

const annotationsOf = ({ title, description, homepage, created, modified, keywords, licences, creators }: Description): object => compact({
  'dc:title': title, 'dc:description': description, 'dcat:landingPage': homepage === undefined ? undefined : { '@id': homepage },
  'dc:created': created, 'dc:modified': modified, 'dcat:keyword': keywords, 'dc:creator': creators,
  'dc:license': licences?.[0] && (licences[0].url === undefined ? licences[0].id : { '@id': licences[0].url }),
});

function lostOf({ version, licences, privacy, ml, languages }: Description): Message[] {
  return [
    ...(version === undefined ? [] : [say`The version of the dataset`]),
    ...((licences?.length ?? 0) > 1 ? [say`Licences after the first one`] : []),
    ...((languages?.length ?? 0) > 1 ? [say`The languages of the texts: CSVW has one`] : []),
    ...(privacy ? [say`What is said about privacy`] : []),
    ...(ml ? [say`What a model should learn`] : []),
  ];
}

function writeTable(resource: ResourceDescription, description: Description, lost: Message[]): object {
  const { paths, dialect, encoding, fields, fieldsMatch, primaryKey, foreignKeys, missingValues, title } = resource;
  const called = { name: resource.name };
  if (paths.length > 1) lost.push(say`Files of ${called} after the first one`);
  if (fieldsMatch !== undefined && fieldsMatch !== 'exact') {
    lost.push(say`That the columns of ${called} need not be the described ones: CSVW wants all, in order`);
  }
  for (const key of ['bytes', 'rows', 'hash', 'split'] as const) if (resource[key] !== undefined) lost.push(say`${name(key)} of ${called}`);
  if (resource.uniqueKeys) lost.push(say`Unique keys of ${called}`);
  const names = namesOf(fields);
  const named = (keys: readonly string[] | undefined): readonly string[] | undefined => keys?.map(key => names.get(key) ?? key);
  const missing = missingValues === undefined || missingValues.join('\0') === '' ? undefined : missingValues;
  return compact({
    url: paths[0]?.split('/').map(encodeURIComponent).join('/') ?? '',
    'dc:title': description.resources.length > 1 ? title : undefined,
    dialect: writeDialect(dialect, encoding),
    null: missing,
    tableSchema: fieldsMatch && compact({
      columns: fields.map(field => writeColumn(field, names, lost)), primaryKey: named(primaryKey),
      foreignKeys: foreignKeys?.map(key => writeKey(key, resource, description, names)),
    }),
  });
}

function writeDialect(dialect: DialectDescription | undefined, encoding: string | undefined): object | undefined {
  const { delimiter, quote, escape, header, skipRows, headerRows, comment, skipBlankRows, trim } = dialect ?? {};
  const written = compact({
    encoding, delimiter, quoteChar: quote === '' ? null : quote, header, skipRows, doubleQuote: escape === undefined ? undefined : false,
    headerRowCount: headerRows, commentPrefix: comment, skipBlankRows, trim: TRIMS.get(trim),
  });
  return Object.keys(written).length > 0 ? written : undefined;
}

/** Spaces around names of columns count for nothing where nobody says so. */
const TRIMS: ReadonlyMap<DialectDescription['trim'], boolean | string> = new Map<DialectDescription['trim'], boolean | string>([
  ['both', true], ['start', 'start'], ['end', 'end'], [false, false],
]);

/** Names that URI templates take, each once. The header keeps its own spelling in `titles`. */
function namesOf(fields: readonly FieldDescription[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name: title } of fields) {
    const plain = isColumnName(title) ? title : title.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');
    const base = isColumnName(plain) ? plain : encodeURIComponent(plain).replace(/[!'()*~-]/g, '_') || 'column';
    let unique = base;
    for (let i = 2; taken.has(unique); i++) unique = `${base}_${i}`;
    taken.add(unique);
    names.set(title, unique);
  }
  return names;
}

function writeKey(
  { fields, resource, reference }: ForeignKeyDescription, own: ResourceDescription, { resources }: Description, names: ReadonlyMap<string, string>,
): object {
  const target = resource === '' ? own : resources.find(one => one.name === resource);
  const there = target ? namesOf(target.fields) : names;
  return {
    columnReference: fields.map(field => names.get(field) ?? field),
    reference: { resource: target?.paths[0] ?? resource, columnReference: reference.map(field => there.get(field) ?? field) },
  };
}

function writeColumn(field: FieldDescription, names: ReadonlyMap<string, string>, lost: Message[]): object {
  const { name: header, aliases = [], title, description, constraints, missingValues, separator, privacy, unit } = field;
  if (privacy) lost.push(say`What is said about privacy of ${field}`);
  if (unit !== undefined) lost.push(say`The unit of ${field}`);
  if (constraints.enum) lost.push(say`The values ${field} is restricted to`);
  if (constraints.unique) lost.push(say`That values of ${field} are unique`);
  return compact({
    // Columns nobody names are there all the same, and go without a title.
    ...(header !== '' && { name: names.get(header), titles: aliases.length > 0 ? [header, ...aliases] : header }), 'dc:title': title, 'dc:description': description, null: missingValues, separator,
    datatype: writeDatatype(field, lost), required: constraints.required === true ? true : undefined,
  });
}

const BASES: Readonly<Record<string, string>> = {
  number: 'number', integer: 'integer', boolean: 'boolean', date: 'date', time: 'time', datetime: 'dateTime', year: 'gYear', yearmonth: 'gYearMonth',
  duration: 'duration', object: 'json', array: 'json', geojson: 'json', any: 'string', string: 'string',
};

function writeDatatype(field: FieldDescription, lost: Message[]): unknown {
  const { type, datatype, constraints } = field;
  const base = datatype?.base ?? BASES[type] ?? 'string';
  if (!datatype && BASES[type] === undefined) lost.push(say`The type ${name(type)} of ${field}`);
  const facets = compact({ format: formatIn(field, lost), ...boundsOf(constraints, base) });
  return Object.keys(facets).length > 0 ? { base, ...facets } : base === 'string' ? undefined : base;
}

const boundsOf = ({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, minLength, maxLength }: Constraints, base: string): object => compact({
  minimum, maximum, minExclusive: exclusiveMinimum, maxExclusive: exclusiveMaximum,
  minLength: minLength === undefined ? undefined : bytesIn(minLength, base, 2), maxLength: maxLength === undefined ? undefined : bytesIn(maxLength, base, 0),
});

/** Lengths of bytes are counted in bytes. Of the four characters of base 64 the last two may stand for nothing, which `fewer` leaves out. */
function bytesIn(characters: number, base: string, fewer: number): number {
  if (base === 'hexBinary') return Math.ceil(characters / 2);
  return base === 'base64Binary' || base === 'binary' ? Math.max(0, 3 * Math.ceil(characters / 4) - fewer) : characters;
}

function formatIn({ type, datatype, format, lexical, constraints, ...field }: FieldDescription, lost: Message[]): unknown {
  if (type === 'boolean') {
    const [yes, no] = [lexical?.trueValues ?? [], lexical?.falseValues ?? []];
    if (yes.length > 1 || no.length > 1) lost.push(say`All but one spelling of true and false of ${field}`);
    return yes[0] === undefined || no[0] === undefined ? undefined : `${yes[0]}|${no[0]}`;
  }
  if (type === 'number' || type === 'integer') {
    const { pattern, decimalChar = lexical?.decimalChar, groupChar = lexical?.groupChar } = datatype ?? { base: type };
    if (lexical?.bareNumber === false) lost.push(say`That something may stand around the numbers of ${field}`);
    return decimalChar === undefined && groupChar === undefined ? pattern : compact({ pattern, decimalChar, groupChar });
  }
  if (constraints.pattern !== undefined) return expressionOf(constraints.pattern);
  if (format === undefined || format === 'default') return undefined;
  const pattern = datatype?.pattern ?? (/^(?:date|time|datetime)$/.test(type) ? fromStrptime(format) : undefined);
  if (pattern === undefined) lost.push(say`The format ${name(format)} of ${field}`);
  return pattern;
}

/** A format of strptime in symbols of UAX 35, where it has nothing else. */
function fromStrptime(format: string): string | undefined {
  const written = format.replace('.%f', '.SSSSSS').replace(/%([YmdHMSz])/g, (_, letter: string) => SYMBOLS[letter] ?? '');
  return written.includes('%') ? undefined : written;
}

const SYMBOLS: Readonly<Record<string, string>> = { Y: 'yyyy', m: 'MM', d: 'dd', H: 'HH', M: 'mm', S: 'ss', z: 'X'.repeat(3) };
