/**
 * An isolation forest (Liu, Ting and Zhou 2008) as numbers: trees that cut random columns at random numbers until a row stands alone. Rows that stand
 * alone early are strange. Nodes of all trees are in the same arrays.
 */
export interface IsolationForest {
  /** Columns of the table the forest looks at. */
  readonly columns: readonly number[];
  /** What stands in for a cell without a number, by column: the median. */
  readonly medians: Float64Array;
  /** Node each tree begins with. */
  readonly roots: Int32Array;
  /** By node: position in `columns` of what is cut, -1 for a leaf. */
  readonly features: Int16Array;
  /** By node: numbers below go left; for a leaf, the length of the path to it with what is still unresolved below. */
  readonly splits: Float64Array;
  /** By node: where it goes on to the left; the right one follows it. */
  readonly lefts: Int32Array;
  /** Length of a path in a tree that knows nothing, which scores are relative to. */
  readonly usual: number;
}
