import type { Column } from '../core/column.ts';
import { secondsOf } from './isoMoment.ts';

/** One distinct value and the row it first stands in. */
export interface Point {
  readonly row: number;
  /** The number, or the moment in seconds. */
  readonly at: number;
  readonly text: string;
}

/** Numbers or ISO dates among the values whose texts are known, in the order of their first rows: a sample of the distinct values. */
export function pointsOf({ values }: Column, kind: 'number' | 'date'): readonly Point[] {
  return values.flatMap(({ text, class: its, firstRecord }): readonly Point[] => {
    const isNumber = its === 'integer' || its === 'float';
    const isDate = its === 'date' || its === 'datetime';
    const at = kind === 'number' ? (isNumber ? Number(text) : undefined) : isDate ? secondsOf(text) : undefined;
    return at === undefined || Number.isNaN(at) ? [] : [{ row: firstRecord, at, text }];
  }).sort((a, b) => a.row - b.row);
}

/** Share, from -1 to 1, by which neighbours that go up outnumber those that go down. */
export function trendOf(points: readonly Point[]): number {
  const steps = pairsOf(points).map(([a, b]) => Math.sign(b.at - a.at));
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length;
}

/** Each point with the next one. */
export const pairsOf = (points: readonly Point[]): readonly (readonly [Point, Point])[] =>
  points.flatMap((point, i) => { const next = points[i + 1]; return next ? [[point, next] as const] : []; });
