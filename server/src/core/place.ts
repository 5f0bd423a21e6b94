/**
 * Where something is, in the dataset's own coordinates. Rows count records from 0, the header not included; columns count from 0.
 * Only a format (for data) and a metadata standard (for nodes) can turn a place into offsets or text positions.
 */
export type Place =
  | { readonly at: 'file' }
  /** Text above or below the records: titles, notes, totals, another table. Only the format knows where it is, so it says so itself. */
  | { readonly at: 'outside'; readonly side: 'above' | 'below'; readonly range: TextRange }
  /** A text that stands beside the data, such as the annotations of images; by its path below the folder that was checked. */
  | { readonly at: 'beside'; readonly file: string; readonly range: TextRange }
  | { readonly at: 'header'; readonly column: number }
  | { readonly at: 'row'; readonly row: number }
  | { readonly at: 'cell'; readonly row: number; readonly column: number }
  /** Part of a cell: byte offsets into the raw cell, its quotes included. `quoted`: within a string of a cell that is a list or an object. */
  | { readonly at: 'span'; readonly row: number; readonly column: number; readonly start: number; readonly end: number; readonly quoted?: boolean }
  /** Part of a record that is no cell, such as a key: byte offsets from the record's first byte, as the file has it. */
  | { readonly at: 'text'; readonly row: number; readonly start: number; readonly end: number }
  /** `range` holds where the document does not parse there, so that no node has the place. */
  | { readonly at: 'node'; readonly path: NodePath; readonly part: 'key' | 'value'; readonly range?: TextRange };

/** Path to a node of a metadata document: property names and array indexes from the root. */
export type NodePath = readonly (string | number)[];

/** A position as editors count: line from 0, character in UTF-16 code units from 0. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** The header row as records count it: one before the first. */
export const HEADER_ROW = -1;

/** Orders places by where a reader of the file meets them; nodes keep the order they came in. */
export function comparePlaces(a: Place, b: Place): number {
  const [rowA, rowB] = [rowOf(a), rowOf(b)];
  if (rowA !== rowB) return rowA - rowB;
  return a.at === 'outside' && b.at === 'outside' ? a.range.start.line - b.range.start.line : columnOf(a) - columnOf(b);
}

const BELOW = Number.MAX_SAFE_INTEGER;

function rowOf(place: Place): number {
  if (place.at === 'file' || place.at === 'beside') return -3;
  if (place.at === 'outside') return place.side === 'above' ? -2 : BELOW;
  return 'row' in place ? place.row : HEADER_ROW;
}

function columnOf(place: Place): number {
  return 'column' in place ? place.column : -1;
}

/** The order of the text. */
export const comparePositions = (a: TextPosition, b: TextPosition): number => a.line - b.line || a.character - b.character;
