import type { Files, Refusal } from '../core/host.ts';
import type { TextRange } from '../core/place.ts';
import type { Json } from '../core/problem.ts';
import { applyNodeEdits, editNode } from '../metadata/document/edit.ts';
import { Lines } from '../metadata/document/lines.ts';
import { readText } from '../util/readFile.ts';
import { fileNameOf } from '../util/uri.ts';
import type { Snapshot } from './dataCheck.ts';
import { homeOf } from './descriptionParts.ts';

/** What somebody says a column holds. */
export interface ColumnAnnotation {
  readonly category: string;
  readonly role: string;
  readonly special: readonly string[];
}

/** The one edit of a description that annotates a column. */
export interface AnnotationEdit {
  readonly uri: string;
  readonly range: TextRange;
  readonly newText: string;
}

/** Descriptions larger than this are not edited. */
const LIMIT = 16 * 1024 * 1024;

/** Whether a column has a place in a description where an annotation can be written: a field of a Data Package. */
export function canAnnotate({ checked, found }: Snapshot, column: number): boolean {
  return found?.described.description.standard === 'data-package' && checked.table?.columns[column]?.field !== undefined;
}

/** Writes an annotation into the field of a column; what else its block says stays. `undefined` where there is no such place. */
export async function annotateColumn(files: Files, snapshot: Snapshot, column: number, annotation: ColumnAnnotation): Promise<AnnotationEdit | Refusal | undefined> {
  const field = snapshot.checked.table?.columns[column]?.field;
  const { found } = snapshot;
  if (!canAnnotate(snapshot, column) || !field || !found) return undefined;
  const { uri, path } = homeOf(found.described.uri, found.parsed, field.node);
  const text = await readText(files, uri, LIMIT);
  if (typeof text !== 'string') return text;
  const { category, role, special } = annotation;
  const entries: readonly (readonly [string, Json])[] = [['category', category], ['role', role], ...(special.length > 0 ? [['special', [...special]] as const] : [])];
  const changes = field.privacy ? entries.map(([key, value]) => ({ path: [...path, 'privacy', key], value })) : [{ path: [...path, 'privacy'], value: Object.fromEntries(entries) }];
  const after = changes.reduce((now, change) => applyNodeEdits(now, editNode(now, fileNameOf(uri), { do: 'set-node', ...change })), text);
  return after === text ? undefined : { uri, ...difference(text, after) };
}

/** The shortest single replacement that makes one text of another. */
function difference(before: string, after: string): { readonly range: TextRange; readonly newText: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { range: new Lines(before).range({ start, end: before.length - end }), newText: after.slice(start, after.length - end) };
}
