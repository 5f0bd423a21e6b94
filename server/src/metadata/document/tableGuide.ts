import type { Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Guide, GuideName, GuideProperty } from '../../core/standard.ts';

/** What an editor knows of one property of a kind of object. */
export interface GuideEntry {
  readonly type: GuideProperty['type'];
  readonly words?: Message;
  /** The kind of the object, or of the objects of the list, that it holds. */
  readonly to?: string;
  readonly values?: readonly string[];
  readonly names?: GuideName;
}

/** Kinds of objects by name, each with its properties in the order they are usually written; `*` stands for names that anybody may choose. */
export type GuideKinds = Readonly<Record<string, Readonly<Record<string, GuideEntry>>>>;

export interface TableGuideSetup {
  readonly kinds: GuideKinds;
  /** The kind of the whole document. */
  readonly root: string;
  /** A property as the table has it, where documents may write it in several ways. */
  readonly plain?: (property: string) => string;
  /** What the keys of an object of a kind are names of. */
  readonly keys?: (kind: string, path: NodePath) => GuideName | undefined;
  readonly page: (kind: string, property: string) => string;
}

/** What an editor offers in documents of a standard that has no JSON Schema. */
export function tableGuide({ kinds, root, plain = name => name, keys, page }: TableGuideSetup): Guide {
  const kindAt = (path: NodePath): string | undefined => path.reduce<string | undefined>((kind, step) => {
    if (kind === undefined || typeof step === 'number') return kind;
    return (kinds[kind]?.[plain(step)] ?? kinds[kind]?.['*'])?.to;
  }, root);
  /** The property a node belongs to, and the kind of the object that has it. */
  const ownerOf = (path: NodePath): { readonly kind: string; readonly property: string } => {
    const own = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
    return typeof own.at(-1) === 'number' ? ownerOf(own) : { kind: kindAt(own.slice(0, -1)) ?? '', property: plain(String(own.at(-1) ?? '')) };
  };
  const entryAt = (path: NodePath): GuideEntry | undefined => {
    const { kind, property } = ownerOf(path);
    return kinds[kind]?.[property] ?? kinds[kind]?.['*'];
  };
  return {
    properties: path => Object.entries(kinds[kindAt(path) ?? ''] ?? {}).filter(([name]) => name !== '*').map(([name, { type, words }]) => ({ name, type, words })),
    values: path => entryAt(path)?.values ?? (entryAt(path)?.type === 'truth' ? ['true', 'false'] : []),
    explain: path => entryAt(path)?.words,
    names: path => entryAt(path)?.names,
    keys: path => keys?.(kindAt(path) ?? '', path),
    page: path => page(ownerOf(path).kind, ownerOf(path).property),
  };
}
