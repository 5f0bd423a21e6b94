import { features } from './columns.ts';
import type { Cells } from './example.ts';
import { columnIndex } from './load.ts';
import type { Table } from './load.ts';

/** Reads the features of every row. A number that cannot be read is a missing value. */
export function readCells(table: Table, missing: readonly string[]): Cells[] {
  const columns = features.map(feature => ({ ...feature, index: columnIndex(table, feature.name) }));
  const isMissing = new Set(missing.map(tidy));
  return table.rows.map(row => Object.fromEntries(columns.map(column => {
    const text = tidy(row[column.index] ?? '');
    if (isMissing.has(text)) return [column.id, null];
    return [column.id, column.kind === 'number' ? parseNumber(text) : text];
  })));
}

/** One form for what looks the same: no blanks around it, and full-width letters and digits become plain ones. */
export function tidy(text: string): string {
  return text.normalize('NFKC').trim();
}

/** A decimal number, with thousands separated by commas or not; `null` for anything else, never a guess. */
export function parseNumber(text: string): number | null {
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d+)?$/i.test(text)) return null;
  const value = Number(text.replaceAll(',', ''));
  return text === '' || !Number.isFinite(value) ? null : value;
}
