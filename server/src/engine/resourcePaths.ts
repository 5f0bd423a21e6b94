import type { Description, PathFact, PathState, ResourceDescription } from '../core/description.ts';
import type { Files } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import { folderOf } from '../util/uri.ts';

/** A path of a resource as its description wrote it, and where it leads: nowhere, unless it stays at or below the description. */
export interface ResolvedPath {
  readonly uri: string | undefined;
  /** Why there is no URI. */
  readonly state: Exclude<PathState, 'found' | 'missing' | 'not-a-file'> | undefined;
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
  if (/^(?:https?|ftps?|s3|gs):\/\//i.test(path)) return 'remote';
  if (/^[/\\~]|^[a-z][a-z0-9+.-]*:/i.test(path) || path.includes('\0')) return 'absolute';
  const steps = path.split(/[/\\]/);
  if (steps.includes('..')) return 'outside';
  return steps.slice(0, -1).some(step => step.startsWith('.') && step !== '.') ? 'hidden' : undefined;
}

/** What became of every path of a description. Only paths below the description are looked for, and they are only looked for. */
export async function pathFacts(files: Files, descriptionUri: string, { resources }: Description): Promise<readonly PathFact[]> {
  const named = resources.flatMap(resource => resource.paths.map((path, i) => ({ path, node: nodeOf(resource, i) })));
  const facts: PathFact[] = [];
  for (const { path, node } of named.slice(0, PATH_LIMIT)) {
    const { uri, state } = resolvePath(descriptionUri, path);
    facts.push({ path, node, state: uri === undefined ? (state ?? 'absolute') : await lookFor(files, uri) });
  }
  return facts;
}

/** Paths of one description that are looked for. */
export const PATH_LIMIT = 10_000;

const nodeOf = ({ node, paths, pathNodes }: ResourceDescription, index: number): PathFact['node'] =>
  pathNodes?.[index] ?? [...node, 'path', ...(paths.length > 1 ? [index] : [])];

async function lookFor(files: Files, uri: string): Promise<PathState> {
  const facts = await files.stat(uri);
  if (!isRefusal(facts)) return facts.kind === 'file' ? 'found' : 'not-a-file';
  if (facts.refused === 'outside-workspace') return 'outside';
  return facts.refused === 'missing' ? 'missing' : 'not-a-file';
}
