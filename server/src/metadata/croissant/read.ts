import type { Description, LicenceDescription, ResourceDescription } from '../../core/description.ts';
import { compact, numberOf, objectOf, textOf } from '../document/shape.ts';
import { columnsOf, type ColumnField } from './columns.ts';
import { digestIn, type DigestProperty } from './digest.ts';
import { fieldCalled } from './keyComplaints.ts';
import type { Model, Part, RecordSet } from './model.ts';
import { readRai, withCategories } from './rai.ts';
import { readMl } from './readMl.ts';
import { readField, readForeignKey } from './readField.ts';
import { plain, thingOf, type Entry } from './thing.ts';

/** Maps a description onto the one model: each file, or set of files that lies here, is a resource with the fields that are taken from its columns. */
export function readCroissant(model: Model): Description {
  const { dataset } = model;
  const columns = columnsOf(model);
  const version = dataset.get('version')?.value;
  const privacy = readRai(model);
  return {
    resources: model.resources.map(part => readResource(part, columns, model)),
    ...compact({
      name: plain(dataset.get('name')), title: dataset.text('alternateName') ?? plain(dataset.get('name')), description: plain(dataset.get('description')),
      version: textOf(version) ?? numberOf(version)?.toString(), homepage: dataset.text('url'), created: dataset.text('dateCreated') ?? dataset.text('datePublished'),
      modified: dataset.text('dateModified'), keywords: some(dataset.all('keywords').flatMap(nameOf)), languages: some(dataset.all('inLanguage').flatMap(nameOf)),
      creators: some(dataset.all('creator').flatMap(nameOf)), licences: some(dataset.all('license').flatMap(entry => readLicence(entry, model))),
      privacy, ml: readMl(model, columns),
    }),
  };
}

const some = <T>(items: readonly T[]): readonly T[] | undefined => (items.length > 0 ? items : undefined);

const nameOf = ({ value }: Entry): readonly string[] => [textOf(value) ?? textOf(objectOf(value)?.['name']) ?? []].flat();

/** An address where it looks like one, an identifier elsewhere. */
function readLicence(entry: Entry, { context }: Model): readonly LicenceDescription[] {
  const object = objectOf(entry.value);
  const thing = object && thingOf(object, entry.path, context);
  const text = textOf(entry.value) ?? thing?.text('url') ?? thing?.text('@id');
  const title = thing && plain(thing.get('name'));
  if (text === undefined && title === undefined) return [];
  const isAddress = text !== undefined && /^https?:\/\//i.test(text);
  return [{ node: entry.path, ...compact({ id: isAddress ? undefined : text, url: isAddress ? text : undefined, title }) }];
}

function readResource(part: Part, columns: readonly ColumnField[], model: Model): ResourceDescription {
  const { thing } = part;
  const own = columns.filter(({ origin }) => origin === part);
  const records = [...new Set(own.map(({ field }) => field.record))];
  const [only] = records.length === 1 ? records : [];
  const paths = pathsOf(part);
  const fields = withCategories(unique(own).map(column => readField(column, columns, model)), model);
  return {
    name: only?.id ?? part.id,
    paths: paths.map(({ value }) => textOf(value) ?? ''),
    pathNodes: paths.map(({ path }) => path),
    fields,
    node: only?.thing.node ?? thing.node,
    ...(part.kind === 'FileSet' && { globs: true }),
    ...(fields.length > 0 && { fieldsMatch: 'subset' as const, missingValues: MISSING }),
    ...compact({
      title: plain(thing.get('name')), description: plain(thing.get('description')), mediaType: textOf(thing.all('encodingFormat')[0]?.value),
      bytes: readSize(thing.get('contentSize')), hash: readDigest(part), primaryKey: only && readKey(only, own),
      foreignKeys: some(own.flatMap(column => readForeignKey(column, columns, model))),
    }),
  };
}

/** What readers of tables commonly take for missing; Croissant leaves it to them. */
const MISSING = ['', 'NA', 'N/A', 'n/a', '<NA>', '#N/A', '#NA', 'NaN', 'nan', '-NaN', '-nan', 'NULL', 'null', 'None'];

/** Each column once, as the first record set has it. */
function unique(columns: readonly ColumnField[]): readonly ColumnField[] {
  const seen = new Set<string>();
  return columns.filter(({ column }) => !seen.has(column) && seen.add(column));
}

/** Files inside of others are nowhere by themselves. */
function pathsOf({ thing, kind }: Part): readonly Entry[] {
  if (thing.get('containedIn')) return [];
  return thing.all(kind === 'FileSet' ? 'includes' : 'contentUrl').filter(({ value }) => typeof value === 'string' && value !== '');
}

function readSize(entry: Entry | undefined): ResourceDescription['bytes'] {
  const value = entry && sizeIn(entry);
  return entry === undefined || value === undefined ? undefined : { value, node: entry.path };
}

/** Bytes; sizes are exact only where they are given in them. */
export function sizeIn({ value }: Entry): number | undefined {
  const digits = /^\s*(\d+)\s*(?:B|bytes?)?\s*$/i.exec(textOf(value) ?? String(numberOf(value) ?? ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function readDigest({ thing }: Part): ResourceDescription['hash'] {
  const [strong, weak] = [thing.get('sha256'), thing.get('md5')];
  const read = (entry: Entry | undefined, algorithm: DigestProperty): ResourceDescription['hash'] => {
    const digits = entry && digestIn(entry, algorithm);
    return digits === undefined ? undefined : { value: { algorithm, digits }, node: entry?.path ?? [] };
  };
  return read(strong, 'sha256') ?? read(weak, 'md5');
}

function readKey(record: RecordSet, columns: readonly ColumnField[]): readonly string[] | undefined {
  const entries = record.thing.all('key');
  const names = entries.flatMap(({ value }) => {
    const field = fieldCalled(textOf(value) ?? textOf(objectOf(value)?.['@id']) ?? '', record.fields);
    return columns.find(column => column.field === field)?.column ?? [];
  });
  return names.length > 0 && names.length === entries.length ? names : undefined;
}
