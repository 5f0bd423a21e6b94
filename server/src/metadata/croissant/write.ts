import type { Description, LicenceDescription, ResourceDescription } from '../../core/description.ts';
import { name, say, type Message } from '../../core/message.ts';
import type { WrittenDescription } from '../../core/standard.ts';
import { compact } from '../document/shape.ts';
import { writeRai } from './rai.ts';
import { WRITTEN_CONTEXT } from './writtenContext.ts';
import { Ids, writeRecordSets } from './writeRecords.ts';

/** A new document in Croissant 1.1; what it has no words for is listed. */
export function writeCroissant(description: Description): WrittenDescription {
  const { name: called, title, version, homepage, created, modified, keywords, languages, creators, licences, resources } = description;
  const lost: Message[] = lostOf(description);
  const ids = new Ids();
  const files = new Map(resources.map(resource => [resource, writeFile(resource, ids, lost)]));
  const rai = writeRai(description);
  const root = {
    '@context': WRITTEN_CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: Object.keys(rai).length > 0 ? ['http://mlcommons.org/croissant/1.1', 'http://mlcommons.org/croissant/RAI/1.0'] : 'http://mlcommons.org/croissant/1.1',
    ...compact({ name: called ?? title, alternateName: title !== undefined && title !== called && called !== undefined ? title : undefined }),
    ...compact({ description: description.description, url: homepage, license: oneOrList(licences?.map(addressOf)), version }),
    ...compact({ creator: oneOrList(creators?.map(creator => ({ '@type': 'sc:Person', name: creator }))), datePublished: created, dateModified: modified }),
    ...compact({ keywords, inLanguage: oneOrList(languages) }),
    ...rai,
    distribution: [...files.values()],
    recordSet: writeRecordSets(description, resource => files.get(resource)?.['@id'] ?? '', ids, lost),
  };
  return { text: `${JSON.stringify(root, null, 2)}\n`, lost };
}

const oneOrList = <T>(items: readonly T[] | undefined): T | readonly T[] | undefined => (items?.length === 1 ? items[0] : items && items.length > 0 ? items : undefined);

/** The best known address, or what there is instead. */
const addressOf = ({ id, url, title }: LicenceDescription): string => url ?? id ?? title ?? '';

function lostOf({ ml, extra }: Description): Message[] {
  const { features, ignore, group, time, groups, splits, task } = ml ?? {};
  const partsByFile = splits && splits.column === undefined ? splits : undefined;
  return [
    ...([features, ignore, group, time, groups, partsByFile, task].some(one => one !== undefined) ? [say`What a model should learn, but for the target and a column of splits`] : []),
    ...Object.keys(extra ?? {}).map(key => say`${name(key)}`),
  ];
}

interface WrittenFile {
  readonly '@id': string;
  readonly [property: string]: unknown;
}

/** A file, or a set of files where a table is spread over several. */
function writeFile(resource: ResourceDescription, ids: Ids, lost: Message[]): WrittenFile {
  const { paths, globs, bytes, hash, dialect, encoding, title, description } = resource;
  const called = { name: resource.name };
  const [path = ''] = paths;
  const isSet = paths.length !== 1 || globs === true;
  if (dialect && Object.keys(dialect).length > 0) lost.push(say`How ${called} is delimited and quoted`);
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) lost.push(say`The encoding of ${called}`);
  const digest = hash && (hash.value.algorithm === 'sha256' || hash.value.algorithm === 'md5') ? { [hash.value.algorithm]: hash.value.digits } : undefined;
  if (hash && !digest) lost.push(say`The digest ${name(hash.value.algorithm)} of ${called}`);
  if (!isSet && !digest) lost.push(say`Croissant wants a digest of ${called} and none is known`);
  return {
    '@type': isSet ? 'cr:FileSet' : 'cr:FileObject',
    '@id': ids.take(isSet ? `${resource.name}-files` : path === '' ? resource.name : path),
    ...compact({ name: title, description }),
    ...(isSet ? { includes: paths.length === 1 ? path : paths } : { contentUrl: path }),
    encodingFormat: formatOf(path, resource),
    ...compact({ contentSize: bytes && `${bytes.value} B` }), ...digest,
  };
}

const FORMATS: Readonly<Record<string, string>> = {
  csv: 'text/csv', tsv: 'text/tab-separated-values', json: 'application/json', jsonl: 'application/jsonlines', ndjson: 'application/jsonlines',
  parquet: 'application/x-parquet', gz: 'application/gzip', zip: 'application/zip', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', txt: 'text/plain',
};

const formatOf = (path: string, { mediaType }: ResourceDescription): string => mediaType ?? FORMATS[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
