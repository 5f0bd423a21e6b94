import { plainNumber } from '../../util/plainNumber.ts';
import type { RowRule } from './plan.ts';
import type { Cells } from './records.ts';

/** Whether any of the rules has a row left out. Columns are known to be there. */
export function rowTest(rules: readonly RowRule[], columnOf: (name: string) => number): (cells: Cells) => boolean {
  const tests = rules.map(rule => ({ column: columnOf(rule.column), holds: testOf(rule) }));
  return cells => tests.some(({ column, holds }) => holds(cells.present(column)));
}

function testOf({ above = Infinity, below = -Infinity, is = [], missing }: RowRule): (text: string | undefined) => boolean {
  const values = new Set(is);
  return text => {
    if (text === undefined) return missing === true;
    if (values.has(text)) return true;
    const value = plainNumber(text);
    return value !== undefined && (value > above || value < below);
  };
}
