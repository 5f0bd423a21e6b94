import type { RowQuery } from '../core/query.ts';
import { CELL_CLASSES } from '../core/kernel.ts';
import { textOfCell } from './cellText.ts';
import { createDigest } from './digest.ts';
import type { RowContext, RowPredicate } from './rowContext.ts';

const MISSING = CELL_CLASSES.indexOf('missing');
const ABSENT = CELL_CLASSES.indexOf('absent');
const encoder = new TextEncoder();

/** Digests cost a microsecond each: a table none of whose first rows answers is not asked further. */
const GIVEN_UP = 2000;

/** Rows whose cell in one column is the digest of that in another. */
export function compileDigest({ of, in: into, algorithm }: Extract<RowQuery, { readonly is: 'digest' }>, { summarizer }: RowContext): RowPredicate {
  const digestOf = (text: string): string => {
    const digest = createDigest(algorithm);
    digest.update(encoder.encode(text));
    return digest.finish();
  };
  let [asked, found] = [0, 0];
  return (chunk, answer) => {
    if (found === 0 && asked >= GIVEN_UP) return;
    const facts = summarizer.cells(chunk, of);
    const plain = Array.from({ length: chunk.records }, (_, r) => (facts.classes[r] === MISSING || facts.classes[r] === ABSENT ? undefined : textOfCell(chunk, facts, r)));
    const digests = summarizer.cells(chunk, into);
    for (let r = 0; r < chunk.records && (found > 0 || asked < GIVEN_UP); r++) {
      const text = plain[r];
      if (text === undefined || digests.classes[r] === MISSING || digests.classes[r] === ABSENT) continue;
      asked++;
      const digest = textOfCell(chunk, digests, r).toLowerCase();
      const usual = text.trim().toLowerCase();
      if (digest !== digestOf(text) && (usual === text || digest !== digestOf(usual))) continue;
      found++;
      answer(r);
    }
  };
}
