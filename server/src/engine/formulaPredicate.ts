import type { Chunk } from '../core/chunk.ts';
import type { FormulaValue } from '../core/formula.ts';
import { CELL_CLASSES, type CellFacts } from '../core/kernel.ts';
import type { RowQuery } from '../core/query.ts';
import { holdsFor } from '../util/formula/evaluate.ts';
import { textOfCell } from './cellText.ts';
import { isBlankRecord } from './predicates.ts';
import type { RowContext, RowPredicate } from './rowContext.ts';

type FormulaQuery = Extract<RowQuery, { readonly is: 'unmet' }>;

/** Rows for which a condition does not hold. A blank line is no row; one with a single letter, in a table of one column, is. */
export function compileUnmet({ formula, fields }: FormulaQuery, { summarizer }: RowContext): RowPredicate {
  return (chunk, answer) => {
    // The kernel writes the facts of the next column over these.
    const cells = new Map(fields.map(field => [field.name, { facts: keep(summarizer.cells(chunk, field.column)), isText: field.isText === true }]));
    for (let r = 0; r < chunk.records; r++) {
      const isMet = holdsFor(formula, name => {
        const cell = cells.get(name);
        return cell ? valueOf(chunk, cell.facts, r, cell.isText) : null;
      });
      if (!isMet && !(isBlankRecord(chunk, r) && [...cells.values()].every(({ facts }) => GAPS.has(facts.classes[r] ?? -1)))) answer(r);
    }
  };
}

const keep = ({ classes, starts, ends, flags, hashes, numbers }: CellFacts): CellFacts => ({
  classes: classes.slice(), starts: starts.slice(), ends: ends.slice(), flags: flags.slice(), hashes: hashes.slice(), numbers: numbers.slice(),
});

const GAPS: ReadonlySet<number> = new Set([CELL_CLASSES.indexOf('missing'), CELL_CLASSES.indexOf('absent')]);
const BOOLEAN = CELL_CLASSES.indexOf('boolean');
const DATES: ReadonlySet<number> = new Set([CELL_CLASSES.indexOf('date'), CELL_CLASSES.indexOf('datetime')]);

/** A cell as a formula sees it. Dates are in the order of their letters once `/` is written `-`. */
function valueOf(chunk: Chunk, facts: CellFacts, r: number, isText: boolean): FormulaValue {
  const kind = facts.classes[r] ?? -1;
  if (GAPS.has(kind)) return null;
  const number = facts.numbers[r] ?? NaN;
  if (!isText && !Number.isNaN(number)) return number;
  const text = textOfCell(chunk, facts, r);
  if (isText) return text;
  if (kind === BOOLEAN) return /^t/i.test(text);
  return DATES.has(kind) ? text.replaceAll('/', '-') : text;
}
