import type { Description, PathFact, PathState, ResourceDescription } from '../core/description.ts';
import type { Files } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import { isPattern, pathPattern, plainFolders } from '../util/pathPattern.ts';
import { canonicalUri, folderOf, pathBelow } from '../util/uri.ts';

/** A path of a resource as its description wrote it, and where it leads: nowhere, unless it stays at or below the description. */
export interface ResolvedPath {
  readonly uri: string | undefined;
  /** Why there is no URI. */
  readonly state: Exclude<PathState, 'found' | 'missing' | 'not-a-file' | 'unlisted'> | undefined;
}

/**
 * Resolves a path against the description's URI, by its letters alone: nothing is opened. Links that lead elsewhere are the host's to
 * refuse.
 */
export function resolvePath(descriptionUri: string, path: string): ResolvedPath {
  const state = refusalOf(path);
  if (state) return { uri: undefined, state };
  const steps = path.split('/').filter(step => step !== '.' && step !== '');
  return { uri: `${folderOf(descriptionUri)}/${steps.map(encodeURIComponent).join('/')}`, state: undefined };
}

function refusalOf(path: string): ResolvedPath['state'] {
  if (REMOTE.test(path)) return 'remote';
  if (/^[/\\~]|^[a-z][a-z0-9+.-]*:/i.test(path) || path.includes('\0')) return 'absolute';
  const steps = path.split(/[/\\]/);
  if (steps.includes('..')) return 'outside';
  return steps.slice(0, -1).some(step => step.startsWith('.') && step !== '.') ? 'hidden' : undefined;
}

/** Addresses on the network, of stores of files and of hubs too. */
const REMOTE = /^(?:https?|s?ftps?|s3[an]?|gc?s|az|abfss?|wasbs?|adl|hdfs|dbfs|oss|cosn?|hf):\/\//i;

/** Whether a resource of a description is, or has as a part, the file of this URI. Told by its name alone: nothing is opened. */
export function namesFile({ paths, globs }: ResourceDescription, descriptionUri: string, uri: string): boolean {
  const wanted = canonicalUri(uri);
  const below = globs ? pathBelow(canonicalUri(folderOf(descriptionUri)), wanted) : undefined;
  return paths.some(path => {
    const resolved = resolvePath(descriptionUri, path).uri;
    if (resolved === undefined) return false;
    return canonicalUri(resolved) === wanted || (below !== undefined && isPattern(path) && pathPattern(path)(below));
  });
}

/** The files of a resource, patterns resolved. Plain paths are taken as they are, whether there is a file or not. */
export async function filesOfResource(files: Files, descriptionUri: string, { paths, globs }: ResourceDescription): Promise<readonly string[]> {
  const listing = new Listing(files, descriptionUri);
  const found: string[] = [];
  for (const path of paths) {
    const { uri } = resolvePath(descriptionUri, path);
    if (uri === undefined) continue;
    const matches = globs && isPattern(path) ? await listing.matches(path) : [path];
    found.push(...matches.flatMap(match => resolvePath(descriptionUri, match).uri ?? []));
  }
  return [...new Set(found)];
}

/** What became of every path of a description. Only paths below the description are looked for, and they are only looked for. */
export async function pathFacts(files: Files, descriptionUri: string, { resources }: Description): Promise<readonly PathFact[]> {
  const named = resources.filter(({ optional }) => optional !== true).flatMap(resource => resource.paths.map((path, i) => ({ path, node: nodeOf(resource, i), globs: resource.globs === true })));
  const listing = new Listing(files, descriptionUri);
  const looked = named.slice(0, PATH_LIMIT);
  const absent = looked.length < MANY ? (): boolean => false : await absentFrom(files, descriptionUri);
  const factOf = async ({ path, node, globs }: (typeof named)[number]): Promise<PathFact> => {
    const { uri, state } = resolvePath(descriptionUri, path);
    if (uri === undefined) return { path, node, state: state ?? 'absolute' };
    if (globs && isPattern(path)) return listing.look(path, node);
    return { path, node, state: absent(path) ? 'missing' : await lookFor(files, uri) };
  };
  const facts: PathFact[] = [];
  for (let at = 0; at < looked.length; at += AT_ONCE) facts.push(...await Promise.all(looked.slice(at, at + AT_ONCE).map(factOf)));
  return facts;
}

/** From so many paths on the folder of a description is listed first: what does not begin with any name in it needs no look of its own. */
const MANY = 32;
const AT_ONCE = 32;

/** Tells paths that cannot be there, by their first step. File systems may take other letters for the same, so letters and accents are compared loosely. */
async function absentFrom(files: Files, descriptionUri: string): Promise<(path: string) => boolean> {
  const names = await files.list(folderOf(descriptionUri));
  if (isRefusal(names)) return () => false;
  const loosely = (text: string): string => text.normalize('NFKC').toLowerCase();
  const known = new Set(names.map(name => loosely(name.replace(/\/$/, ''))));
  return path => !known.has(loosely(path.split('/').find(step => step !== '.' && step !== '') ?? ''));
}

/** Paths of one description that are looked for. */
export const PATH_LIMIT = 10_000;

/** Folders entered, and files kept, for the patterns of one description. */
const MOST_FOLDERS = 2_000;
const MOST_FILES = 50_000;

/** The files below a description, listed once for each folder its patterns begin in. Hidden folders are left out, links that lead out are the host's to refuse. */
class Listing {
  readonly #files: Files;
  readonly #base: string;
  readonly #byFolder = new Map<string, Promise<readonly string[]>>();
  #entered = 0;

  constructor(files: Files, descriptionUri: string) {
    this.#files = files;
    this.#base = folderOf(descriptionUri);
  }

  async look(path: string, node: PathFact['node']): Promise<PathFact> {
    const matches = await this.matches(path);
    if (matches.length > 0) return { path, node, state: 'found', matches };
    return { path, node, state: this.#entered < MOST_FOLDERS ? 'missing' : 'unlisted' };
  }

  async matches(pattern: string): Promise<readonly string[]> {
    const folder = plainFolders(pattern);
    const listed = this.#byFolder.get(folder) ?? this.#list(folder);
    this.#byFolder.set(folder, listed);
    return (await listed).filter(pathPattern(pattern));
  }

  /** Paths seen from the description. */
  async #list(folder: string): Promise<readonly string[]> {
    const found: string[] = [];
    const waiting = [folder === '' ? '' : `${folder}/`];
    for (let next = waiting.shift(); next !== undefined && this.#entered < MOST_FOLDERS && found.length < MOST_FILES; next = waiting.shift()) {
      this.#entered++;
      const names = await this.#files.list([this.#base, ...next.split('/').filter(step => step !== '').map(encodeURIComponent)].join('/'));
      if (isRefusal(names)) continue;
      for (const name of names) {
        if (name.startsWith('.') || name === 'node_modules/') continue;
        if (name.endsWith('/')) waiting.push(next + name);
        else found.push(next + name);
      }
    }
    return found;
  }
}

const nodeOf = ({ node, paths, pathNodes }: ResourceDescription, index: number): PathFact['node'] =>
  pathNodes?.[index] ?? [...node, 'path', ...(paths.length > 1 ? [index] : [])];

async function lookFor(files: Files, uri: string): Promise<PathState> {
  const facts = await files.stat(uri);
  if (!isRefusal(facts)) return facts.kind === 'file' ? 'found' : 'not-a-file';
  if (facts.refused === 'outside-workspace') return 'outside';
  return facts.refused === 'missing' ? 'missing' : 'not-a-file';
}
