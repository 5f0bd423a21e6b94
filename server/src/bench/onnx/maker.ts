import type { Graph, Value } from './graph.ts';
import type { Give, Tracked } from './tape.ts';

/** What all operations are made with. */
export interface Maker {
  readonly graph: Graph;
  /** A value that was computed of others. */
  track(value: Value, of: readonly Tracked[], back: (slope: Value, give: Give) => void, planes?: boolean): Tracked;
  scalar(value: number): Value;
  /** Element by element. */
  each(operator: string, ...inputs: readonly [Value, ...Value[]]): Value;
  /** A slope as small as what was repeated to make it. */
  narrowed(slope: Value, shape: readonly number[]): Value;
}
