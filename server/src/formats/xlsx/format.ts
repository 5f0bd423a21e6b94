import type { Declared, Detected, Format, Source } from '../../core/format.ts';
import { FactList } from '../../core/factList.ts';
import type { Reading } from '../../core/reading.ts';
import { SIGNATURES, TABLE_FAULTS } from '../../core/structure.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { readAll } from '../../util/readFile.ts';
import { locateNowhere, readRows } from '../rows/reader.ts';
import type { Rows } from '../rows/reader.ts';
import type { RowWriter } from '../rows/writer.ts';
import { NO_TEXT, typedReading } from '../rows/reading.ts';
import type { Row } from './sheet.ts';
import { readWorkbook } from './workbook.ts';
import type { Workbook } from './workbook.ts';

/**
 * One sheet of an Excel workbook (.xlsx), the first unless another is asked for; for reading only. Its first row with a cell is the header. Dates are told by the style of a cell, formulas
 * count by the value that was saved with them. Most workbooks are no datasets, so only those are read that are named as one.
 */
const xlsx: Format = {
  id: 'xlsx',
  extensions: ['.xlsx', '.xlsm'],
  onlyNamed: true,
  detect: () => NO_TEXT,
  inspect,
  reader: (_kernel, source, reading, from) => readRows(() => rowsOf(source, reading), from),
  splits: false,
  locator: locateNowhere,
};

export default xlsx;

/** A sheet is read once for all passes. */
const workbooks = new WeakMap<Source, Map<Reading['sheet'], ReturnType<typeof readWorkbook>>>();

function open(source: Source, sheet: Reading['sheet']): ReturnType<typeof readWorkbook> {
  const sheets = workbooks.get(source) ?? new Map<Reading['sheet'], ReturnType<typeof readWorkbook>>();
  workbooks.set(source, sheets);
  const known = sheets.get(sheet) ?? readWorkbook(source, sheet);
  sheets.set(sheet, known);
  return known;
}

const FILE = { at: 'file' } as const;

async function inspect(source: Source, declared: Declared): Promise<Detected> {
  const start = String.fromCharCode(...await readAll(source, 32));
  if (start === '') return { unreadable: { kind: 'empty-file', place: FILE, numbers: {} } };
  if (!start.startsWith('PK')) {
    return { unreadable: { kind: 'not-this-format', place: FILE, numbers: { signature: SIGNATURES.findIndex(({ bytes }) => start.startsWith(bytes)) } } };
  }
  const workbook = await open(source, declared.sheet);
  if ('unread' in workbook) return { unreadable: { kind: 'damaged-table', place: FILE, numbers: { code: TABLE_FAULTS.indexOf(workbook.unread) } } };
  const reading = typedReading(headerOf(workbook.rows, declared.header ?? true), declared);
  const facts = factsOf(workbook, dataOf(workbook.rows, reading));
  // Whoever names a sheet knows that there are others.
  return { reading, facts: declared.sheet === undefined ? facts : facts.filter(({ kind }) => kind !== 'unread-sheets') };
}

/** Names of all columns that have a cell, empty where the first row has none; invented where there is no header. */
function headerOf(rows: readonly Row[], hasHeader: boolean): readonly string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return Array.from({ length: width }, (_, column) => {
    const cell = rows[0]?.[column] ?? '';
    return hasHeader ? (cell.startsWith('"') ? cell.slice(1) : cell) : `column ${column + 1}`;
  });
}

const dataOf = (rows: readonly Row[], { hasHeader }: Reading): readonly Row[] => (hasHeader ? rows.slice(1) : rows);

function factsOf({ others, fault, rows: all }: Workbook, data: readonly Row[]): readonly StructuralFact[] {
  const rows = data.length;
  const facts = new FactList();
  if (all.length === 0 && !fault) facts.add({ kind: 'empty-file', place: FILE, numbers: {} });
  else if (rows === 0 && !fault) facts.add({ kind: 'no-rows', place: FILE, numbers: {} });
  if (fault) facts.add({ kind: 'damaged-table', place: FILE, numbers: { code: TABLE_FAULTS.indexOf(fault), rows } });
  if (others > 0) facts.add({ kind: 'unread-sheets', place: FILE, numbers: { sheets: others } });
  data.forEach(({ length }, row) => {
    if (length === 0) facts.add({ kind: 'blank-row', place: { at: 'row', row }, numbers: { delimited: 0 } });
  });
  return facts.list();
}

async function rowsOf(source: Source, reading: Reading): Promise<Rows> {
  const workbook = await open(source, reading.sheet);
  const rows = 'unread' in workbook ? [] : dataOf(workbook.rows, reading);
  const slice = {
    first: 0, end: rows.length,
    write(row: number, to: RowWriter) {
      writeRow(rows[row] ?? [], to, reading.header.length);
    },
  };
  return { slice: row => Promise.resolve(row < rows.length ? slice : undefined), facts: () => [] };
}

/** A row without any value is a blank line and no record. */
function writeRow(row: Row, to: RowWriter, columns: number): void {
  for (let column = 0; row.length > 0 && column < columns; column++) {
    const cell = row[column];
    if (cell === undefined) to.empty(column);
    else if (cell.startsWith('"')) to.text(cell.slice(1), column);
    else to.plain(cell, column);
  }
}
