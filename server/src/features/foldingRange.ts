import { type CancellationToken, type FoldingRange, FoldingRangeRequest } from 'vscode-languageserver';
import { type Chunk, cellStart, cellsOf } from '../core/chunk.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { readDocument } from '../metadata/document/document.ts';
import type { DocumentNode } from '../metadata/document/tree.ts';
import type { RowRun } from '../engine/textRows.ts';
import { openDescription } from './shared/openDescription.ts';
import { type Session, fromClient } from './shared/session.ts';
import { shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** Records that take several lines, because a quoted cell holds line breaks or a JSON value is spread out, fold to their first line; so do the parts of descriptions. */
export default defineFeature({
  capabilities: () => ({ foldingRangeProvider: true }),
  register: answer(FoldingRangeRequest.type, (session, { textDocument }, token) => foldsOf(session, fromClient(textDocument.uri), token)),
});

/** Folds one document has at most; VS Code shows no more than this either. */
const LIMIT = 5000;

async function foldsOf(session: Session, uri: string, token: CancellationToken): Promise<FoldingRange[]> {
  if (isDescriptionUri(uri)) return descriptionFolds(session, uri);
  const shown = await shownTable(session, uri);
  const folds: FoldingRange[] = [];
  const isJson = shown?.readable.reading.dialect.values !== undefined;
  const collect = ({ chunk, locator, first, last }: RowRun): boolean => {
    for (let record = first; record < last && folds.length < LIMIT; record += 1) {
      if (!isJson && !holdsBreak(chunk, record)) continue;
      const { start, end } = locator.record(record);
      if (end.line > start.line) folds.push({ startLine: start.line, endLine: end.line });
    }
    return folds.length < LIMIT;
  };
  await shown?.rows.visitFolds(collect, pausing(session, token));
  return folds;
}

/** The objects and lists of a description; the closing bracket of JSON stays in sight. */
async function descriptionFolds(session: Session, uri: string): Promise<FoldingRange[]> {
  const open = await openDescription(session, uri);
  const { root } = open ? readDocument(open.text, open.fileName) : { root: undefined };
  if (!open || !root) return [];
  const folds = new Map<number, FoldingRange>();
  // A key of YAML stands above what is folded below it.
  const collect = (node: DocumentNode, from = node.start): void => {
    if (node.kind === 'scalar' || node.shared === true || folds.size >= LIMIT) return;
    const { start } = open.lines.range({ start: from, end: from });
    const closes = /[\]}]/.test(open.text[node.end - 1] ?? '');
    const end = open.lines.range({ start: node.end, end: node.end }).start;
    const last = end.line - (closes || end.character === 0 ? 1 : 0);
    if (last > start.line && !folds.has(start.line)) folds.set(start.line, { startLine: start.line, endLine: last });
    if (node.kind === 'array') for (const item of node.items) collect(item);
    else for (const { keySpan, value } of node.properties) collect(value, keySpan.start);
  };
  collect(root);
  return [...folds.values()];
}

/** Whether a line ends within a record: far quicker than working out where it lies. */
function holdsBreak(chunk: Chunk, record: number): boolean {
  const [from, to] = cellsOf(chunk, record);
  const [start, end] = [cellStart(chunk, from), chunk.ends[to - 1] ?? 0];
  return BREAKS.some(sign => {
    const at = chunk.bytes.subarray(start, end).indexOf(sign);
    return at >= 0 && at < end - start - 1;
  });
}

/** Line feed and carriage return; the last byte of a record may be half of its own line end. */
const BREAKS = [10, 13] as const;

/** Lets the next message in between chunks, and ends where that was a cancellation. */
function pausing({ workspace }: Session, token: CancellationToken): () => Promise<boolean> {
  return async () => {
    await workspace.host.pause();
    return token.isCancellationRequested;
  };
}
