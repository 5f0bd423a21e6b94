import type { RowQuery } from '../core/query.ts';
import { tokensOf } from '../util/statistics/minHash.ts';
import { wordsOfRow } from './cellText.ts';
import type { RowContext, RowPredicate } from './rowContext.ts';
import { keyOfNeed } from './splits/otherTable.ts';
import { FEWEST_TOKENS, Signatures } from './signatures.ts';

/**
 * Rows whose words are nearly those of an earlier row, by MinHash with locality-sensitive bands (Indyk and Motwani 1998). Rows that are equal cell for
 * cell are left to the search for duplicates.
 */
export function compileNearDuplicate({ columns, least }: Extract<RowQuery, { readonly is: 'near-duplicate' }>, context: RowContext): RowPredicate {
  const all = Array.from({ length: context.columns }, (_, i) => i);
  const seen = new Signatures();
  return (chunk, answer) => {
    const rows = context.summarizer.hashRows(chunk, all);
    for (let r = 0; r < chunk.records; r++) {
      const tokens = tokensOf(wordsOfRow(chunk, r, columns));
      if (tokens.length >= FEWEST_TOKENS && seen.offer(tokens, rows[2 * r] ?? 0, least)) answer(r);
    }
  };
}

/**
 * Rows whose words are nearly those of a row of another table. Rows that are there cell for cell are left to the search for overlaps; of a table with
 * more rows than are remembered, the first ones count.
 */
export function compileNearOther({ table, columns, from, least, whole }: Extract<RowQuery, { readonly is: 'near-other' }>, context: RowContext): RowPredicate {
  const texts = context.others.get(keyOfNeed({ of: 'texts', table, columns: from }));
  const rows = context.others.get(keyOfNeed({ of: 'rows', table, columns: whole.from }));
  return (chunk, answer) => {
    const hashes = context.summarizer.hashRows(chunk, whole.columns);
    for (let r = 0; r < chunk.records; r++) {
      if ((rows?.count(hashes[2 * r] ?? 0, hashes[2 * r + 1] ?? 0) ?? 0) > 0) continue;
      const tokens = tokensOf(wordsOfRow(chunk, r, columns));
      if (tokens.length >= FEWEST_TOKENS && (texts?.likeness?.(tokens) ?? 0) >= least) answer(r);
    }
  };
}
