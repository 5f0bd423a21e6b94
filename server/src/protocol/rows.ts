import type { TextRange } from '../core/place.ts';
import type { Severity } from '../core/problem.ts';

export interface RowsParams {
  readonly uri: string;
  /** The first row, from 0 without the header. */
  readonly from: number;
  readonly count: number;
  /** True where the user asked to see personal values. */
  readonly unmasked: boolean;
}

export interface PlaceParams {
  readonly uri: string;
  /** From 0 without the header, which is -1. */
  readonly row: number;
  /** From 0; -1 for the row as a whole. */
  readonly column: number;
}

export interface PlaceFacts extends Pick<PlaceParams, 'row' | 'column'> {
  readonly range: TextRange;
  /** False where no editor shows the file as text; then the range is the file's start. */
  readonly hasText: boolean;
}

export interface RowPage {
  readonly columns: readonly { readonly name: string; readonly masked: boolean; readonly numeric: boolean }[];
  /** Rows of the table in all. */
  readonly total: number;
  readonly from: number;
  /** One list a row; `null` where the row has no cell there. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Findings that stand in these rows. */
  readonly findings: readonly RowFinding[];
}

export interface RowFinding {
  readonly row: number;
  /** -1 where it is about the whole row. */
  readonly column: number;
  readonly severity: Severity;
  readonly message: string;
}
