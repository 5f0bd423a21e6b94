import { type CancellationToken, type FoldingRange, FoldingRangeRequest } from 'vscode-languageserver';
import type { RowRun } from '../engine/textRows.ts';
import { type Session, fromClient } from './shared/session.ts';
import { shownTable } from './shared/shownTable.ts';
import { answer, defineFeature } from './feature.ts';

/** Records that take several lines, because a quoted cell holds line breaks or a JSON value is spread out, fold to their first line. */
export default defineFeature({
  capabilities: () => ({ foldingRangeProvider: true }),
  register: answer(FoldingRangeRequest.type, (session, { textDocument }, token) => foldsOf(session, fromClient(textDocument.uri), token)),
});

/** Folds one document has at most; VS Code shows no more than this either. */
const LIMIT = 5000;

async function foldsOf(session: Session, uri: string, token: CancellationToken): Promise<FoldingRange[]> {
  const shown = await shownTable(session, uri);
  const folds: FoldingRange[] = [];
  const collect = ({ locator, first, last }: RowRun): boolean => {
    for (let record = first; record < last && folds.length < LIMIT; record += 1) {
      const { start, end } = locator.record(record);
      if (end.line > start.line) folds.push({ startLine: start.line, endLine: end.line });
    }
    return folds.length < LIMIT;
  };
  await shown?.rows.visitFolds(collect, pausing(session, token));
  return folds;
}

/** Lets the next message in between chunks, and ends where that was a cancellation. */
function pausing({ workspace }: Session, token: CancellationToken): () => Promise<boolean> {
  return async () => {
    await workspace.host.pause();
    return token.isCancellationRequested;
  };
}
