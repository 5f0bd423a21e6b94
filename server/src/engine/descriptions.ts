import type { Description, PathFact, ResourceDescription } from '../core/description.ts';
import type { Detector } from '../core/detector.ts';
import type { Declared } from '../core/format.ts';
import type { Complaint, MetadataStandard, ParsedDescription, Related } from '../core/standard.ts';
import type { Files, Refusal } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import { comparePositions } from '../core/place.ts';
import type { Place, TextRange } from '../core/place.ts';
import type { Rule } from '../core/rule.ts';
import { isImageName } from '../images/signature.ts';
import { canonicalUri, childOf, fileNameOf, folderOf, foldersAbove, pathBelow } from '../util/uri.ts';
import type { Configurations } from '../config/configurations.ts';
import type { CheckedDescription, DescriptionRequest, Descriptions, LeavesOut } from './checks.ts';
import type { FoundDescription, Unchecked } from './dataCheck.ts';
import { toFindings } from './findings.ts';
import { dayOf } from '../config/suppressions.ts';
import { folderOfImages } from './images/namedFolders.ts';
import { activeRules, Judge } from './judge.ts';
import { applyProfiles } from './profiles.ts';
import { allDetectors, allRules, isDescriptionUri, standardOf } from './registry.ts';
import { filesOfResource, namesFile, pathFacts, resolvePath } from './resourcePaths.ts';
import { siftFindings } from './sift.ts';
import { withoutWaived } from './waivers.ts';

/** What checks ask of descriptions, answered by the metadata standards. */
export const createDescriptions = (rules: readonly Rule[] = allRules): Descriptions => ({
  find: findDescription,
  check: request => checkDescription(request, rules),
});

/** Descriptions without those that a configuration says are none. */
export const withoutNone = (descriptions: Descriptions, configurations: Pick<Configurations, 'isNoDescription'>): Descriptions => ({
  ...descriptions,
  find: (uri, files, folders) => descriptions.find(uri, files, folders, candidate => configurations.isNoDescription(candidate)),
});

/**
 * The nearest description that names the file: in its folder, else in the folders above it up to the workspace folder it lies in. Without a
 * workspace only its own folder is looked at. The others are held against it too.
 */
export async function findDescription(
  uri: string, files: Files, workspaceFolders: readonly string[], leavesOut: LeavesOut = () => Promise.resolve(false),
): Promise<FoundDescription | undefined> {
  const found: FoundDescription[] = [];
  for (const folder of foldersAbove(uri, workspaceFolders)) {
    const names = await files.list(folder);
    if (isRefusal(names)) continue;
    for (const candidate of inOrder([...names].filter(isDescriptionUri), fileNameOf(uri))) {
      // What is called after another file is of that one, and there may be one for every file of the folder.
      if (found.length > 0 && (found.length > MOST_OTHERS || isOfAnother(candidate, fileNameOf(uri)))) continue;
      // Of the metadata of CSV on the Web only the first that is located holds (Model for Tabular Data, section 5).
      if (isTableMetadata(candidate) && found.some(({ described }) => isTableMetadata(fileNameOf(described.uri)))) continue;
      const one = await readNaming(files, childOf(folder, candidate), uri);
      if (one && !await leavesOut(one.described.uri)) found.push(one);
    }
  }
  const [nearest, ...others] = found;
  return nearest && (others.length > 0 ? { ...nearest, others } : nearest);
}

/** Descriptions of one file beside the nearest one. */
const MOST_OTHERS = 8;

const isTableMetadata = (name: string): boolean => /-metadata\.json$/i.test(name) && !/^dataset-metadata\.json$/i.test(name);

function isOfAnother(candidate: string, fileName: string): boolean {
  const about = (isTableMetadata(candidate) ? /^(.+)-metadata\.json$/i.exec(candidate)?.[1] : undefined) ?? /^(.+)\.schema\.json$/i.exec(candidate)?.[1];
  return about !== undefined && about !== 'csv' && !fileName.startsWith(about);
}

/** The metadata of a file by its name first, then that of its folder (Model for Tabular Data, section 5), then others in the order of their names. */
function inOrder(candidates: readonly string[], fileName: string): readonly string[] {
  const places = [`${fileName}-metadata.json`, 'csv-metadata.json'];
  const rank = (candidate: string): number => (places.indexOf(candidate) + places.length + 1) % (places.length + 1);
  return [...candidates].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** A description and its resource that names a file. */
export interface NamingDescription {
  readonly uri: string;
  readonly parsed: ParsedDescription;
  readonly resource: ResourceDescription;
}

/** All descriptions that name a file, the nearest first. */
export async function descriptionsNaming(uri: string, files: Files, workspaceFolders: readonly string[]): Promise<readonly NamingDescription[]> {
  const all: NamingDescription[] = [];
  for (const folder of foldersAbove(uri, workspaceFolders)) {
    const names = await files.list(folder);
    for (const candidate of isRefusal(names) ? [] : inOrder(names.filter(isDescriptionUri), fileNameOf(uri))) {
      const found = await readNaming(files, childOf(folder, candidate), uri);
      if (found) all.push({ uri: found.described.uri, parsed: found.parsed, resource: found.described.resource });
    }
  }
  return all;
}

async function readNaming(files: Files, descriptionUri: string, uri: string): Promise<FoundDescription | undefined> {
  const parsed = await readDescription(files, descriptionUri);
  if (!parsed || isRefusal(parsed)) return undefined;
  const { description } = parsed;
  const resource = description && resourceOf(description, descriptionUri, uri);
  if (!description || !resource) return undefined;
  const ofFile = asFile(uri, await asOneFile(files, descriptionUri, resource));
  return { described: { uri: descriptionUri, description, resource: ofFile }, declared: declaredOf(resource), parsed };
}

/** What is said of a table holds for a file only where the table is that file. Where a pattern means one file alone, that is the path. */
async function asOneFile(files: Files, descriptionUri: string, resource: ResourceDescription): Promise<ResourceDescription> {
  const { rows, bytes, hash, ...others } = resource;
  if (!rows && !bytes && !hash) return resource;
  if (!resource.globs) return resource;
  const found = await filesOfResource(files, descriptionUri, resource);
  if (found.length !== 1) return others;
  const { globs: _, ...plain } = resource;
  return { ...plain, paths: found.flatMap(one => pathBelow(canonicalUri(folderOf(descriptionUri)), canonicalUri(one)) ?? []) };
}

/** A null of JSON is no value whatever the description lists, because it is no text that could be listed. */
function asFile(uri: string, resource: ResourceDescription): ResourceDescription {
  if (!/\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(fileNameOf(uri))) return resource;
  const withNull = (spellings: readonly string[]): readonly string[] => (spellings.includes('null') ? spellings : [...spellings, 'null']);
  const fields = resource.fields.map(field => (field.missingValues ? { ...field, missingValues: withNull(field.missingValues) } : field));
  return { ...resource, fields, missingValues: withNull(resource.missingValues ?? ['']) };
}

/** The resource of a description whose path is this file, or whose pattern means it. */
export function resourceOf({ resources }: Description, descriptionUri: string, uri: string): ResourceDescription | undefined {
  return resources.find(resource => namesFile(resource, descriptionUri, uri));
}

/** Descriptions larger than this are not read. */
const DESCRIPTION_LIMIT = 16 * 1024 * 1024;

/** A description document with the documents it leans on; `undefined` where no standard knows it. */
export async function readDescription(files: Files, uri: string): Promise<ParsedDescription | Refusal | undefined> {
  const text = await readText(files, uri);
  if (typeof text !== 'string') return text;
  const standard = standardOf(uri, text);
  const fileName = fileNameOf(uri);
  return standard && readOnce(standard, { text, fileName, related: await readRelated(files, uri, known => standard.related?.(text, fileName, known) ?? []) });
}

interface Read {
  readonly text: string;
  readonly fileName: string;
  readonly related: Related;
}

/**
 * The documents read last: a keystroke has one checked, completed, folded and outlined, each of which begins with reading it, and every file of a folder asks
 * for the same ones.
 */
const lately: (Read & { readonly standard: MetadataStandard; readonly parsed: ParsedDescription })[] = [];
const MOST_REMEMBERED = 6;

function readOnce(standard: MetadataStandard, read: Read): ParsedDescription {
  const known = lately.findIndex(one => one.standard === standard && one.fileName === read.fileName && one.text === read.text && isSame(one.related, read.related));
  const [before] = known < 0 ? [] : lately.splice(known, 1);
  const parsed = before?.parsed ?? standard.read(read.text, read.fileName, read.related);
  // Of a big document that somebody types in only the last version is kept: each weighs ten times its text.
  const older = before || read.text.length < BIG ? -1 : lately.findIndex(one => one.standard === standard && one.fileName === read.fileName);
  if (older >= 0) lately.splice(older, 1);
  lately.push({ ...read, standard, parsed });
  if (lately.length > MOST_REMEMBERED) lately.shift();
  return parsed;
}

const BIG = 256 * 1024;

const isSame = (one: Related, other: Related): boolean => one.size === other.size && [...one].every(([path, text]) => other.has(path) && other.get(path) === text);

/** Documents of one description that are read beside it. */
const RELATED_LIMIT = 256;

/** How often a standard is asked: documents that are read may name others. */
const RELATED_ROUNDS = 3;

async function readRelated(files: Files, descriptionUri: string, named: (known: Related) => readonly string[]): Promise<Related> {
  const texts = new Map<string, string | undefined>();
  for (let round = 0; round < RELATED_ROUNDS; round++) {
    const fresh = [...new Set(named(texts))].filter(path => !texts.has(path)).slice(0, RELATED_LIMIT - texts.size);
    if (fresh.length === 0) break;
    for (const path of fresh) {
      const { uri } = resolvePath(descriptionUri, path);
      const text = uri === undefined ? undefined : await readText(files, uri);
      texts.set(path, typeof text === 'string' ? text : undefined);
    }
  }
  return texts;
}

async function readText(files: Files, uri: string): Promise<string | Refusal> {
  const handle = await files.open(uri);
  if (isRefusal(handle)) return handle;
  try {
    if (handle.size > DESCRIPTION_LIMIT) return { refused: 'too-big', detail: `${handle.size} bytes` };
    const bytes = new Uint8Array(handle.size);
    let filled = 0;
    for (let count = -1; count !== 0 && filled < bytes.length;) {
      count = await handle.read(bytes.subarray(filled), filled);
      filled += count;
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, filled));
  } finally {
    await handle.close();
  }
}

const NOTHING: Description = { resources: [] };

/**
 * Checks a description document on its own: what its standard says against it, and where its paths lead. Files it names are looked for,
 * never opened. A document no standard knows is refused.
 */
export async function checkDescription({ uri, host, configuration }: DescriptionRequest, rules: readonly Rule[]): Promise<CheckedDescription | Unchecked> {
  if (configuration.standard === 'none') return { findings: [], named: [] };
  const parsed = await readDescription(host.files, uri);
  if (!parsed) return { refused: 'no-format', detail: `no metadata standard has documents like ${fileNameOf(uri)}` };
  if (isRefusal(parsed)) return parsed;
  const { description = NOTHING } = parsed;
  const complaints = [...parsed.complaints, ...await besideFiles(parsed, uri, host.files)];
  const paths = await pathFacts(host.files, uri, description);
  const profiles = applyProfiles(description, { chosen: configuration.profiles ?? [], today: host.today() });
  const input = { description, complaints, paths, profiles, today: dayOf(host.today()), detect: detectorOf, types: TYPES };
  const active = withoutWaived(activeRules(rules, configuration), description.privacy, input.today);
  const problems = new Judge(host.log).problems(active, [{ scope: 'metadata', input }]);
  const resolved = problems.map(judged => ({ judged, matches: undefined, fixMatches: undefined }));
  const found = toFindings(resolved, uri, place => spotIn(parsed, place));
  const sifted = siftFindings(found, { configuration, rules, columnName: () => undefined, mayHash: () => false });
  return { findings: [...sifted.findings].sort((a, b) => comparePositions(a.primary.range.start, b.primary.range.start)), sifted, named: namedBy(uri, paths) };
}

/** Folders are listed only for documents that ask what lies beside them. */
async function besideFiles(parsed: ParsedDescription, uri: string, files: Files): Promise<readonly Complaint[]> {
  if (!parsed.besideFiles) return [];
  const names = await files.list(folderOf(uri));
  return isRefusal(names) ? [] : parsed.besideFiles(names);
}

/** What a text is by itself. */
const TYPES: readonly string[] = allDetectors.map(({ id }) => id);

const detectorOf = (text: string): Detector | undefined => allDetectors.find(({ alone, accepts }) => alone === true && accepts(text.trim()));

/** URIs of the files that are there; of images, the folder that holds them, with `/` at its end. */
function namedBy(uri: string, paths: readonly PathFact[]): readonly string[] {
  const found = paths.filter(({ state }) => state === 'found').flatMap(({ path, matches = [path] }) => matches.flatMap(match => resolvePath(uri, match).uri ?? []));
  const files = [...new Set(found.map(canonicalUri))];
  return [...files.filter(file => !isImageName(file)), ...folderOfImages(files)];
}

const spotIn = (parsed: ParsedDescription, place: Place): { readonly range: TextRange } | undefined =>
  place.at === 'node' ? { range: place.range ?? parsed.locate(place.path, place.part) } : undefined;

/**
 * How a resource says its file is to be read. A described table has a header unless its dialect says otherwise, as Table Dialect has it.
 * Spellings of "missing" count only where the description lists some: then those of the table and of all its fields, because a file is read
 * once; rules know which of them a field accepts.
 */
export function declaredOf({ dialect, encoding, fields, fieldsMatch, missingValues }: ResourceDescription): Declared {
  const ofFields = fields.flatMap(field => field.missingValues ?? []);
  const header = dialect?.header ?? (fieldsMatch === undefined ? undefined : true);
  const listed = missingValues !== undefined || fields.some(field => field.missingValues !== undefined);
  return {
    ...(dialect?.delimiter !== undefined && { delimiter: dialect.delimiter }),
    ...(dialect?.quote !== undefined && { quote: dialect.quote }),
    ...(dialect?.escape !== undefined && { escape: dialect.escape }),
    ...(header !== undefined && { header }),
    ...(dialect?.skipRows !== undefined && { skipRows: dialect.skipRows }),
    ...(dialect?.headerRows !== undefined && { headerRows: dialect.headerRows }),
    ...(dialect?.comment !== undefined && { comment: dialect.comment }),
    ...(typeof dialect?.trim === 'string' && { trim: dialect.trim }),
    ...(dialect?.skipBlankRows === true && { skipBlankRows: true }),
    ...(encoding !== undefined && { encoding }),
    ...(listed && { nullTokens: [...new Set([...(missingValues ?? ['']), ...ofFields])] }),
  };
}
