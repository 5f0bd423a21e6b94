import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, number, say } from '../../../core/message.ts';
import { all, hasClass, isIn } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'truncated-value',
  scope: 'column',
  summary: 'Values stop at the limit of a database column or of a type',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['numbers', 'values'],
  options: {
    fewest: { default: 3, description: 'How many values must stop at the same limit.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  ask({ column, options }) {
    return present(column) < options.least ? undefined : limitOf(column)?.cells;
  },

  *check({ column, options, answer }) {
    const limit = limitOf(column);
    const matches = answer?.matches ?? 0;
    if (!limit || matches < options.fewest || (limit.of === 'length' && matches < limit.chance * present(column))) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: limit.cells,
      message: limit.of === 'length'
        ? say`${matched('value')} of ${column} are exactly ${number(limit.at)} characters long and none is longer: their ends seem cut off`
        : say`${matched('value')} of ${column} are exactly ${number(limit.at)}, the limit of a type, and none is beyond: what was out of range seems cut to it`,
      facts: told({ n: present(column), limit: limit.at }),
    };
  },
});

interface Limit {
  readonly of: 'length' | 'number';
  readonly at: number;
  readonly cells: CellQuery;
  /** Share of values from which on chance does not bring them there: thrice what even lengths would. */
  readonly chance: number;
}

/** Lengths that columns of databases and cells of spreadsheets commonly have, in characters. */
const LENGTHS: readonly number[] = [254, 255, 256, 1000, 1023, 1024, 2000, 2048, 4000, 4096, 8000, 8192, 16384, 32767, 65535];
/** The limits of integers of 16 and 32 bits, signed and unsigned. */
const NUMBERS: readonly number[] = [32767, 65535, 2147483647, 4294967295];
const LOWER: readonly number[] = [-32768, -2147483648];

/** The limit that the longest text or the greatest number meets exactly. Texts beyond ASCII are left alone: their limit may be one of bytes. */
function limitOf({ summary: { length, numbers, classes, nonAscii }, values }: Column): Limit | undefined {
  if (nonAscii === 0 && classes.text > 0 && LENGTHS.includes(length.max) && length.mean < length.max * VARIED && length.min < length.max) {
    return { of: 'length', at: length.max, cells: all(hasClass('text'), { is: 'length', over: length.max - 1 }), chance: 3 / (length.max - length.min + 1) };
  }
  if (!numbers || classes.integer !== numbers.count || values.length < 2) return undefined;
  const at = NUMBERS.includes(numbers.max) ? numbers.max : LOWER.includes(numbers.min) ? numbers.min : undefined;
  return at === undefined ? undefined : { of: 'number', at, cells: isIn([String(at)]), chance: 0 };
}

/** Texts that are all about as long are made to be: hashes, codes, keys. */
const VARIED = 0.8;
