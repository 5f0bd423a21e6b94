import { name, say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Complaint } from '../../core/standard.ts';
import { mostSimilar } from '../../util/similar.ts';
import { keysIn } from '../document/schemaKeys.ts';
import { listOf, objectOf } from '../document/shape.ts';
import { ANNOTATION_SCHEMAS, keptOfColumn, keptOfDataset } from './schemas.ts';

const [DATASET, COLUMN] = ANNOTATION_SCHEMAS;
const keysOfDataset = keysIn(DATASET, [COLUMN]);
const keysOfColumn = keysIn(COLUMN, [DATASET]);

/** What is wrong with a dataset's block in a document whose own schema says nothing of it: each key or value that was left out, where it stands. */
export const wrongInDataset = (block: Json | undefined, node: NodePath): readonly Complaint[] => leftOut(block, keptOfDataset(block), { node, path: [], keysAt: keysOfDataset });
/** The same of a column's block. */
export const wrongInColumn = (block: Json | undefined, node: NodePath): readonly Complaint[] => leftOut(block, keptOfColumn(block), { node, path: [], keysAt: keysOfColumn });

interface Within {
  readonly node: NodePath;
  /** From the block down. */
  readonly path: NodePath;
  readonly keysAt: (path: NodePath) => readonly string[];
}

function leftOut(value: Json | undefined, kept: Json | undefined, within: Within): readonly Complaint[] {
  if (value === undefined) return [];
  const object = objectOf(value);
  const rest = objectOf(kept);
  if (object && rest) return Object.entries(object).flatMap(([key, item]) => ofKey(key, item, rest[key], within));
  if (listOf(value) && listOf(kept)) return ofItems(listOf(value) ?? [], listOf(kept) ?? [], within);
  return kept === undefined ? [wrong(within)] : [];
}

function ofKey(key: string, item: Json, kept: Json | undefined, within: Within): readonly Complaint[] {
  const known = within.keysAt(within.path);
  const path = [...within.path, key];
  if (kept !== undefined || known.length === 0 || known.includes(key)) return leftOut(item, kept, { ...within, path });
  const meant = mostSimilar(key, known);
  const at = [...within.node, ...path];
  const block = name(String(within.path.filter(step => typeof step === 'string').at(-1) ?? 'privacy'));
  if (meant === undefined) return [{ kind: 'unknown-key', path: at, part: 'key', message: say`${name(key)} is not a key of ${block}` }];
  return [{
    kind: 'unknown-key', path: at, part: 'key', message: say`${name(key)} is not a key of ${block}; did you mean ${name(meant)}?`,
    fix: { title: say`Rename to ${name(meant)}`, safety: 'unsafe', change: { do: 'rename-node', path: at, to: meant } },
  }];
}

/** Items that are right were kept in their order; with as many left as there were, each is held against its own. */
function ofItems(items: readonly Json[], kept: readonly Json[], within: Within): readonly Complaint[] {
  if (items.length === kept.length) return items.flatMap((item, i) => leftOut(item, kept[i], { ...within, path: [...within.path, i] }));
  return [wrong(within)];
}

const wrong = ({ node, path }: Within): Complaint => ({
  kind: 'schema', path: [...node, ...path], part: 'value',
  message: say`${name(String(path.filter(step => typeof step === 'string').at(-1) ?? 'privacy'))} is not as the vocabulary of annotations wants it`,
});
