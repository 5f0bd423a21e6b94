/** Codes of one column: equal values have equal codes below `levels`; -1 where there is none. */
export interface Coded {
  readonly codes: Int32Array;
  readonly levels: number;
}

/** Counts of pairs of codes, row by row of the first; rows in which one is missing are left out. */
export interface Contingency {
  readonly counts: Uint32Array;
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly n: number;
}

/** Cells a table of counts may have; columns with more combinations are no matter for counting. */
const MOST_CELLS = 1 << 22;

/** `undefined` where the columns have too many values to be counted against each other. */
export function contingency(a: Coded, b: Coded): Contingency | undefined {
  if (a.levels * b.levels > MOST_CELLS || a.levels * b.levels === 0) return undefined;
  const counts = new Uint32Array(a.levels * b.levels);
  const rows = new Float64Array(a.levels);
  const columns = new Float64Array(b.levels);
  let n = 0;
  for (let i = 0; i < a.codes.length; i++) {
    const [row, column] = [a.codes[i] ?? -1, b.codes[i] ?? -1];
    if (row < 0 || column < 0) continue;
    const at = row * b.levels + column;
    counts[at] = (counts[at] ?? 0) + 1;
    rows[row] = (rows[row] ?? 0) + 1;
    columns[column] = (columns[column] ?? 0) + 1;
    n++;
  }
  return { counts, rows, columns, n };
}

/** Pearson's chi-squared over all combinations of values that occur. */
export function chiSquared({ counts, rows, columns, n }: Contingency): number {
  let sum = 0;
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const expected = (row * column) / n;
      if (expected > 0) sum += ((counts[r * columns.length + c] ?? 0) - expected) ** 2 / expected;
    });
  });
  return sum;
}

/** Cramer's V, corrected for bias (Bergsma, A bias-correction for Cramer's V and Tschuprow's T, 2013). `undefined` where one side is constant. */
export function cramersV(table: Contingency): number | undefined {
  const { n } = table;
  const rows = occurring(table.rows);
  const columns = occurring(table.columns);
  if (n < 2 || rows < 2 || columns < 2) return undefined;
  const corrected = Math.max(0, chiSquared(table) / n - ((rows - 1) * (columns - 1)) / (n - 1));
  const least = Math.min(rows - (rows - 1) ** 2 / (n - 1), columns - (columns - 1) ** 2 / (n - 1)) - 1;
  return least <= 0 ? undefined : Math.min(1, Math.sqrt(corrected / least));
}

/** Theil's U: share of the entropy of the columns that knowing the row takes away. `undefined` where the columns do not vary. */
export function uncertainty({ counts, rows, columns, n }: Contingency): number | undefined {
  const total = entropy(columns, n);
  if (total === 0) return undefined;
  let left = 0;
  rows.forEach((row, r) => {
    if (row > 0) left += (row / n) * entropy(counts.subarray(r * columns.length, (r + 1) * columns.length), row);
  });
  return Math.max(0, Math.min(1, 1 - left / total));
}

/** Entropy in nats of counts that sum to `n`. */
export function entropy(counts: Float64Array | Uint32Array, n: number): number {
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / n) * Math.log(count / n);
  return Math.max(0, sum);
}

/** Correlation ratio (eta): root of the share of the variance of `numbers` that lies between the groups. `undefined` where they do not vary. */
export function correlationRatio(groups: Coded, numbers: Float64Array): number | undefined {
  const sums = new Float64Array(groups.levels);
  const sizes = new Float64Array(groups.levels);
  let [n, sum] = [0, 0];
  forEachPair(groups, numbers, (code, number) => {
    sums[code] = (sums[code] ?? 0) + number;
    sizes[code] = (sizes[code] ?? 0) + 1;
    n++;
    sum += number;
  });
  const mean = sum / n;
  let total = 0;
  forEachPair(groups, numbers, (_, number) => { total += (number - mean) ** 2; });
  let between = 0;
  sums.forEach((part, code) => {
    const size = sizes[code] ?? 0;
    if (size > 0) between += size * (part / size - mean) ** 2;
  });
  return n < 2 || total === 0 || !Number.isFinite(total) ? undefined : Math.sqrt(Math.min(1, between / total));
}

function forEachPair({ codes }: Coded, numbers: Float64Array, visit: (code: number, number: number) => void): void {
  for (let i = 0; i < codes.length; i++) {
    const [code, number] = [codes[i] ?? -1, numbers[i] ?? NaN];
    if (code >= 0 && !Number.isNaN(number)) visit(code, number);
  }
}

function occurring(counts: Float64Array): number {
  let found = 0;
  for (const count of counts) if (count > 0) found++;
  return found;
}
