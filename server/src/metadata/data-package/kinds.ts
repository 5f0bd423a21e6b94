import type { Json } from '../../core/problem.ts';
import type { NodePath } from '../../core/place.ts';
import { fileNameOf } from '../../util/uri.ts';

/** The four documents of the standard. Each may stand alone; the package holds the others, in place or by their path. */
export type DocumentKind = 'package' | 'resource' | 'schema' | 'dialect';

/** Names that nothing else has. */
const OWN_NAMES: readonly (readonly [DocumentKind, RegExp])[] = [
  ['package', /^(?:.+\.)?datapackage\.(?:json|ya?ml)$/i],
  ['resource', /^(?:.+\.)?dataresource\.(?:json|ya?ml)$/i],
  ['schema', /^(?:.+\.)?tableschema\.(?:json|ya?ml)$/i],
  ['dialect', /^(?:.+\.)?tabledialect\.(?:json|ya?ml)$/i],
];

/** Names that others use too, with what the text has to hold: a key that only this kind of document has. */
const SHARED_NAMES: readonly (readonly [DocumentKind, RegExp, RegExp])[] = [
  ['package', /^.+\.package\.(?:json|ya?ml)$/i, /(?:^|[\s{,"'])resources["']?\s*:/],
  ['resource', /^(?:resource|.+\.resource)\.(?:json|ya?ml)$/i, /(?:^|[\s{,"'])(?:path|data)["']?\s*:/],
  ['schema', /^(?:schema|.+\.schema)\.(?:json|ya?ml)$/i, /(?:^|[\s{,"'])fields["']?\s*:\s*(?:\[\s*[{\]]|\n\s*-)/],
  ['dialect', /^(?:dialect|.+\.dialect)\.(?:json|ya?ml)$/i, /(?:^|[\s{,"'])(?:delimiter|header|quoteChar|commentChar|lineTerminator|escapeChar|csv|excel)["']?\s*:/],
];

/** What kind of document has this name, by the last segment of its path alone. */
export function kindOf(path: string): DocumentKind | undefined {
  const fileName = fileNameOf(path);
  return [...OWN_NAMES, ...SHARED_NAMES].find(([, pattern]) => pattern.test(fileName))?.[0];
}

/** How much of a text is looked at to tell whether it is one. */
const HEAD = 64 * 1024;

/** Whether a text of such a name is one, and does not say itself that it is something else: by its `$schema`, or by a comment. */
export function isOurs(text: string, path: string): boolean {
  const head = text.slice(0, HEAD);
  const shared = SHARED_NAMES.find(([, pattern]) => pattern.test(fileNameOf(path)));
  return !saysNone(head) && (!shared || shared[2].test(head));
}

/** `# lintel: none` in the first lines of YAML, or a `$schema` of another standard. */
function saysNone(head: string): boolean {
  if (/^(?:\s*#.*\n){0,10}\s*#\s*lintel:\s*none\b/i.test(head)) return true;
  const profile = /^\s*\{?\s*(?:["']?[\w-]+["']?\s*:\s*["']?[^\n{[]*\n\s*){0,6}["']?\$schema["']?\s*:\s*["']?([^"'\n,]*)/.exec(head)?.[1]?.trim();
  return profile !== undefined && /^none$|json-schema\.org/i.test(profile);
}

/** Where a document of each kind stands in the package that is put around it, so that all are read and checked as one. */
export const PLACES: Readonly<Record<DocumentKind, NodePath>> = {
  package: [], resource: ['resources', 0], schema: ['resources', 0, 'schema'], dialect: ['resources', 0, 'dialect'],
};

/** A package around a document; what it adds is right, so that only the document can be wrong. */
export function packageAround(kind: DocumentKind, value: Json): Json {
  switch (kind) {
    case 'package': return value;
    case 'resource': return { resources: [value] };
    case 'schema': return { resources: [{ name: 'table', path: 'table.csv', schema: value }] };
    case 'dialect': return { resources: [{ name: 'table', path: 'table.csv', dialect: value }] };
  }
}
