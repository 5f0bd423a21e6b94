// Comparisons for both kinds of extension host: `node:assert` does not exist in a web worker.

/** Fails with the sentence unless the value is truthy. */
export function ok(value: unknown, sentence: string): asserts value {
  if (!value) throw new Error(`expected ${sentence}`);
}

/** Fails with both values unless they are the same as JSON. */
export function same(actual: unknown, expected: unknown): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== should) throw new Error(`expected ${should}\n     but got ${is}`);
}
