import type { Column } from '../core/column.ts';

/** Whether the texts at hand are lists of numbers, such as embeddings: long, and no words. */
export const holdsVectors = ({ values }: Column): boolean => values.length > 0 && values.every(({ text }) => /^\s*\[[\s\d.,eE+-]*\]\s*$/.test(text));
