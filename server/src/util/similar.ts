/** The one candidate a misspelled word most likely means; `undefined` when none is close enough or two are equally close. */
export function mostSimilar(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  let best: string | undefined;
  let least = allowance(folded) + 1;
  let tied = false;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const distance = editDistance(folded, candidate.toLowerCase(), least);
    if (distance > least || distance >= allowance(folded) + 1) continue;
    tied = distance === least;
    if (distance < least) best = candidate;
    least = distance;
  }
  return tied ? undefined : best;
}

/** Edits that still count as a slip: one for every three characters, at least one, and none for a single character. */
function allowance(word: string): number {
  return word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3));
}

/**
 * Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment). Any number above `limit` may stand
 * for a distance that is above it.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1), swapped));
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}
