import type { Json } from '../../core/problem.ts';
import { objectOf, textOf, type JsonObject } from '../document/shape.ts';

/**
 * Reads the short names of a JSON-LD document by its `@context`: `name`, `sc:name` and `https://schema.org/name` are one. Names come out as
 * `prefix:local` with the prefixes of this table, as full addresses where no prefix fits, and as they are where they are keywords (`@id`).
 */
export interface Context {
  /** What the document writes before `:`, or as a name of its own. */
  readonly given: JsonObject;
  /** A property or class by any of its spellings. */
  term(written: string): string;
}

/** Namespaces under the prefixes used in this folder. `ml` is the one of Croissant 0.8. */
const NAMESPACES: readonly (readonly [prefix: string, address: string])[] = [
  ['sc', '//schema.org/'],
  ['rai', '//mlcommons.org/croissant/RAI/'],
  ['geocr', '//mlcommons.org/croissant/geo/'],
  ['cr', '//mlcommons.org/croissant/'],
  ['ml', '//mlcommons.org/schema/'],
  ['dct', '//purl.org/dc/terms/'],
  ['wd', '//www.wikidata.org/wiki/'],
  ['wd', '//www.wikidata.org/entity/'],
];

const PREFIXES: ReadonlyMap<string, string> = new Map([...NAMESPACES].reverse().map(([prefix, address]) => [prefix, `http:${address}`]));

/** Levels an abbreviation may lead on to another one. */
const STEPS = 4;

export function contextOf(given: Json | undefined): Context {
  const names = objectOf(given) ?? {};
  const context = READ.get(names) ?? readContext(names);
  READ.set(names, context);
  return context;
}

/** Contexts that have been read: while somebody types elsewhere it is the same one, and so is all that was read by it. */
const READ = new WeakMap<JsonObject, Context>();

function readContext(names: JsonObject): Context {
  const known = new Map<string, string>();
  return {
    given: names,
    term(written) {
      const found = known.get(written) ?? expand(written, names, STEPS);
      known.set(written, found);
      return found;
    },
  };
}

function expand(written: string, names: JsonObject, steps: number): string {
  if (written.startsWith('@') || steps === 0) return written;
  const meaning = meaningOf(names, written);
  if (meaning !== undefined && meaning !== written) return expand(meaning, names, steps - 1);
  const colon = written.indexOf(':');
  if (colon < 0) return shorten(`${textOf(names['@vocab']) ?? 'http://schema.org/'}${written}`);
  const [prefix, local] = [written.slice(0, colon), written.slice(colon + 1)];
  const base = local.startsWith('//') ? undefined : meaningOf(names, prefix) ?? PREFIXES.get(prefix);
  return shorten(base === undefined ? written : `${base}${local}`);
}

/** What a name stands for: the text, or the `@id` of the definition. */
function meaningOf(names: JsonObject, name: string): string | undefined {
  const definition = Object.hasOwn(names, name) ? names[name] : undefined;
  return textOf(definition) ?? textOf(objectOf(definition)?.['@id']);
}

/** The address with its namespace as a prefix, whether it begins with `http` or `https`. */
function shorten(address: string): string {
  const scheme = /^https?:/.exec(address)?.[0];
  if (scheme === undefined) return address;
  const rest = address.slice(scheme.length);
  const space = NAMESPACES.find(([, namespace]) => rest.startsWith(namespace));
  return space ? `${space[0]}:${rest.slice(space[1].length)}` : address;
}
