/** How closely the columns of a dataset go together, as a view shows it. */
export interface AssociationFacts {
  /** The rows it rests on, in words. */
  readonly basis: string;
  /** Numeric columns with each other. */
  readonly numeric: AssociationMatrix<'pearson' | 'spearman'>;
  /** Columns of few values that repeat themselves, with each other. */
  readonly categorical: AssociationMatrix<'cramersV'>;
}

export interface AssociationMatrix<M extends string> {
  /** Indexes of the columns that are compared. */
  readonly columns: readonly number[];
  /** Which columns were left out, in words; empty where none was. */
  readonly note: string;
  /** Each column with all before it, row by row of a triangle; `null` where the measure means nothing. */
  readonly values: Readonly<Record<M, readonly (number | null)[]>>;
}
