import { name, say } from '../../../core/message.ts';
import { defineTransform, type CodedTexts } from '../../../core/transform.ts';
import { decimalsIn, plainNumber } from '../../../util/plainNumber.ts';

export default defineTransform({
  id: 'microaggregate',
  title: 'replace numbers by the mean of small groups',
  technique: 'microaggregation',
  parameters: { k: { kind: 'number', least: 2, whole: true, description: 'Rows that share a mean, at least.' } },
  make({ k }) {
    if (k === undefined) return say`${name('k')} must be the number of rows that share a mean, at least 2`;
    return { per: 'column', consistent: false, params: { k }, change: column => means(column, k) };
  },
});

/**
 * Maximum distance to average vector (Domingo-Ferrer and Mateo-Sanz 2002; Domingo-Ferrer and Torra 2005) over one column, in which the k nearest of the value
 * farthest from the mean are the k at that end. What is no number is emptied, and so is everything where there are fewer numbers than k.
 */
function means({ codes, texts }: CodedTexts, k: number): (row: number) => string | undefined {
  const values = texts.map(plainNumber);
  const numberOf = (row: number): number | undefined => values[(codes[row] ?? 0) - 1];
  const rows = Array.from(codes.keys()).filter(row => numberOf(row) !== undefined).sort((a, b) => (numberOf(a) ?? 0) - (numberOf(b) ?? 0) || a - b);
  const digits = Math.min(15, texts.reduce((most, text) => Math.max(most, decimalsIn(text)), 0) + 1);
  const written = new Map<number, string>();
  for (const [from, to] of rows.length < k ? [] : groups(rows.map(row => numberOf(row) ?? 0), k)) {
    const members = rows.slice(from, to);
    const mean = members.reduce((sum, row) => sum + (numberOf(row) ?? 0), 0) / members.length;
    for (const row of members) written.set(row, mean.toFixed(digits).replace(/\.?0+$/, '').replace(/^-0$/, '0'));
  }
  return row => (codes[row] === 0 ? '' : written.get(row));
}

/** Where the groups lie among values in ascending order. */
function groups(sorted: readonly number[], k: number): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let [low, high] = [0, sorted.length];
  let sum = sorted.reduce((all, value) => all + value, 0);
  const take = (atTop: boolean): void => {
    const [from, to] = atTop ? [high - k, high] : [low, low + k];
    for (let i = from; i < to; i++) sum -= sorted[i] ?? 0;
    found.push([from, to]);
    if (atTop) high = from;
    else low = to;
  };
  while (high - low >= 2 * k) {
    const mean = sum / (high - low);
    const topFirst = (sorted[high - 1] ?? 0) - mean >= mean - (sorted[low] ?? 0);
    take(topFirst);
    // The other end is the farthest from the value just taken.
    if (high - low >= 2 * k) take(!topFirst);
  }
  if (high > low) found.push([low, high]);
  return found;
}
