import type { NodePath } from '../../core/place.ts';
import { textOf, type JsonObject } from '../document/shape.ts';
import { itemsOf } from './helpers.ts';

/** Where the data of an object is, as servers of type `local` have it. */
export interface LocalFiles {
  readonly paths: readonly string[];
  readonly nodes: readonly NodePath[];
  readonly isJson: boolean;
  readonly encoding: string | undefined;
}

/**
 * Paths with `{model}`, `{object}` or `{schema}` hold every object in a file of its name. Without such a place a path belongs to the only object, or to
 * the one that is called like its file.
 */
export function localPaths(contract: JsonObject, object: JsonObject, objects: number): LocalFiles {
  const names = [textOf(object['physicalName']), textOf(object['name'])].flatMap(one => one ?? []);
  const found = itemsOf(contract['servers'], ['servers']).flatMap(([server, node]) => {
    const path = textOf(server['path']);
    if (server['type'] !== 'local' || path === undefined) return [];
    const filled = path.replace(/\{(?:model|object|schema)\}/g, () => names[0] ?? '');
    const stem = /([^/]*?)(?:\.[^/.]+)*$/.exec(path)?.[1] ?? '';
    if (filled === path && objects !== 1 && !names.includes(stem)) return [];
    return [{ path: filled.replace(/^\.\//, ''), node: [...node, 'path'], format: textOf(server['format']), encoding: textOf(server['encoding']) }];
  });
  const [first] = found;
  return {
    paths: found.map(({ path }) => path), nodes: found.map(({ node }) => node), encoding: first?.encoding,
    isJson: /^jsonl?$|^ndjson$/i.test(first?.format ?? '') || /\.(?:jsonl?|ndjson)(?:\.gz)?$/i.test(first?.path ?? ''),
  };
}
