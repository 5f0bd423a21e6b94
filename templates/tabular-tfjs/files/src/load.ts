import { readFile } from 'node:fs/promises';
import type { PathLike } from 'node:fs';
import type { Config } from './config.ts';
import { parseCsv } from './csv.ts';

export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Records left out because they had more or fewer cells than the header: nobody knows which cell belongs to which column. */
  readonly ragged: number;
}

/** Reads a CSV file. Throws where the file is missing, in another encoding, or has no header. */
export async function load(file: PathLike, { delimiter, encoding }: Pick<Config, 'delimiter' | 'encoding'>): Promise<Table> {
  const text = new TextDecoder(encoding, { fatal: true }).decode(await readFile(file));
  const [header, ...records] = parseCsv(text, delimiter);
  if (header === undefined) throw new Error('the data file is empty');
  const rows = records.filter(record => record.length === header.length);
  return { header, rows, ragged: records.length - rows.length };
}

/** Where a column stands. Throws where the file does not have it exactly once. */
export function columnIndex(table: Table, name: string): number {
  const index = table.header.indexOf(name);
  if (index === -1) throw new Error(`the data has no column "${name}"`);
  if (table.header.indexOf(name, index + 1) !== -1) throw new Error(`the data has more than one column "${name}"`);
  return index;
}
