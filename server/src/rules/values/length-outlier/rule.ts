import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'length-outlier',
  scope: 'column',
  summary: 'A few texts are far longer than the rest of their column',
  severity: 'hint',
  dimension: 'accuracy',
  since: '0.1.0',
  givesWay: 'particular',
  needs: ['counts', 'values', 'distinct'],
  options: {
    fence: { default: 4, description: 'How many interquartile ranges above the upper quartile of lengths a text must be.' },
    most: { default: 0.005, description: 'Share of long texts, from 0 to 1, above which they belong to the column.' },
    least: { default: 50, description: 'Columns with fewer values are not judged.' },
  },

  ask({ column, options }) {
    const fence = fenceOf(column, options);
    return fence && { is: 'length', over: fence.over };
  },

  *check({ column, options, answer }) {
    const fence = fenceOf(column, options);
    const matches = answer?.matches ?? 0;
    if (!fence || matches === 0 || matches > Math.max(FEW, present(column) * options.most)) return;
    const { over, median, looked } = fence;
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'length', over },
      message: say`${column} has ${matched('cell')} of more than ${count(over, 'character')}; half of a sample of ${looked} are no longer than ${number(median)}`,
      facts: told({ over, medianLength: median, looked, fence: options.fence }),
    };
  },
});

/** So many are long whatever share they are. */
const FEW = 3;
/** Distinct texts from which quartiles of lengths are taken. */
const LOOKED = 30;
/** A text that is longer by less is not grown together with another one. */
const STEP = 20;

interface Fence {
  readonly over: number;
  readonly median: number;
  readonly looked: number;
}

/**
 * Quartiles of the lengths of a sample of distinct texts, and a fence above them both on the scale of lengths and on that of their logarithms. `undefined`
 * where no text can be beyond it: bytes, of which the longest is known, are never fewer than characters.
 */
function fenceOf({ summary, values }: Column, { fence, least }: { readonly fence: number; readonly least: number }): Fence | undefined {
  const n = summary.cells - summary.missing;
  const texts = values.filter(one => one.class === 'text').map(({ text }) => text);
  if (n < least || texts.length < LOOKED || summary.classes.text < n * 0.9) return undefined;
  const lengths = texts.map(text => Array.from(text).length).sort((a, b) => a - b);
  const at = (share: number): number => lengths[Math.ceil(share * lengths.length) - 1] ?? 0;
  const [q1, median, q3] = [at(0.25), at(0.5), at(0.75)];
  const over = Math.ceil(Math.max(q3 + fence * (q3 - q1), q3 * (q3 / q1) ** fence, q3 + STEP));
  const bytesEach = texts.reduce((sum, text) => sum + encoder.encode(text).length, 0) / lengths.reduce((sum, length) => sum + length, 0);
  return q1 < q3 && summary.length.max > over * bytesEach ? { over, median, looked: texts.length } : undefined;
}

const encoder = new TextEncoder();
