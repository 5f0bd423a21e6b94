import type { Declared } from '../../core/format.ts';
import type { Place } from '../../core/place.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { commonest } from './dialect.ts';
import { locate } from './locate.ts';
import type { Sample } from './sample.ts';
import { filled, isBlank, isNumber, isProse, isValue } from './values.ts';

/** Where the table lies in its file, in records of the sample: what stands above and below it is none of it. */
export interface Frame {
  /** The header, or the first record where there is none. */
  readonly top: number;
  /** Rows of names or units below the header; 0 as a rule. */
  readonly furtherHeaders: number;
  /** The first record after the table; `undefined` where it goes on to the end of the file. */
  readonly end: number | undefined;
  readonly facts: readonly StructuralFact[];
}

type Row = readonly string[];

/** Lines of a title, with notes and blank lines. More of them are data of another shape. */
const MOST_TITLES = 40;

/** Finds titles, notes, comments and blank lines around a table, its totals, and a second table below it; what is declared wins. `line`: the line the sample starts at. */
export function findFrame(sample: Sample, line: number, declared: Pick<Declared, 'header' | 'skipRows' | 'headerRows' | 'comment'>): Frame {
  const { rows } = sample;
  const { width } = commonest(rows.filter(row => !row.every(isBlank)).map(row => row.length));
  const { header: declaredHeader, skipRows, headerRows, comment } = declared;
  const skipped = skipRows !== undefined && skipRows < rows.length ? skipRows : undefined;
  const below = skipped !== undefined && comment !== undefined ? leadingBlanks(rows.slice(skipped)) : 0;
  const top = skipped !== undefined ? skipped + below : declaredHeader === undefined ? findTop(rows, width) : leadingBlanks(rows);
  const furtherHeaders = declaredHeader === false ? 0 : headerRows === undefined ? Number(isSecondHeader(rows, top, width)) : headerRows - 1;
  const body = top + 1 + furtherHeaders;
  const foot = sample.whole && width > 1 ? findFoot(sample, body, width) : undefined;
  const outside = placer(sample, line);
  const above = top === 0 || skipRows !== undefined || comment !== undefined ? [] : aboveFacts(rows.slice(0, top), outside);
  const second = furtherHeaders === 0 || headerRows !== undefined ? [] : [secondHeader(rows[top + 1] ?? [], outside('above', top + 1, top + 2))];
  return { top, furtherHeaders, end: foot?.end, facts: [...above, ...second, ...(foot ? foot.facts(outside) : [])] };
}

type Outside = (side: 'above' | 'below', from: number, to: number) => Place;

/** Places of runs of records, from the first byte of the first one to the end of the last. */
function placer({ chunk }: Sample, line: number): Outside {
  const locator = locate(chunk, line);
  return (side, from, to) => {
    const start = locator.record(from).start;
    return { at: 'outside', side, range: { start, end: locator.record(Math.max(from, to - 1)).end } };
  };
}

const leadingBlanks = (rows: readonly Row[]): number => Math.max(0, rows.findIndex(row => !row.every(isBlank)));

/**
 * The row the table starts with. Above it stand blank lines, comments and titles: rows with few cells that read like a text, followed by one with as many
 * names as the table has columns.
 */
function findTop(rows: readonly Row[], width: number): number {
  const first = rows.findIndex(row => !row.every(isBlank) && !isComment(row, width));
  if (first === -1) return leadingBlanks(rows);
  if (width === 1 || !isSparse(rows[first] ?? [], width)) return first;
  const header = rows.findIndex((row, i) => i > first && row.length === width && filled(row) > Math.max(1, width / 2));
  const titles = rows.slice(first, header).filter(row => !row.every(isBlank) && !isComment(row, width));
  const named = header !== -1 && !(rows[header] ?? []).some(cell => isNumber(cell) && !isYear(cell)) && rows.slice(header + 1, header + 3).filter(row => row.length === width).length > 0;
  return named && header <= MOST_TITLES && titles.every(row => isSparse(row, width)) && titles.some(row => row.some(isProse)) ? header : first;
}

const isYear = (cell: string): boolean => /^\s*(?:19|20)\d\d\s*$/.test(cell);

/** A line that begins with `#` and is no row: names of columns may begin so as well. */
const isComment = (row: Row, width: number): boolean => row[0]?.startsWith('#') === true && (row.length !== width || width === 1);

/** With something in one cell only, or in less than half of what a row has. */
const isSparse = (row: Row, width: number): boolean => filled(row) <= Math.max(1, Math.floor((width - 1) / 2));

function aboveFacts(rows: readonly Row[], outside: Outside): readonly StructuralFact[] {
  const lines = rows.length;
  return [{ kind: 'preamble', place: outside('above', 0, lines), numbers: { lines, blank: Number(rows.every(row => row.every(isBlank))), comments: Number(rows.every(isHash)) } }];
}

const isHash = (row: Row): boolean => row[0]?.startsWith('#') === true || row.every(isBlank);

const UNIT = new RegExp('^\\s*(?:' + [
  // In brackets, a sign, or a symbol with a prefix.
  '[([（［].{1,12}[)\\]）］]', '[%‰℃°]\\w?', '[kcmµun]?(?:g|m|s|A|V|W|Hz|Pa|mol|L|l)', 'min', 'h', 'hrs?', 'days?', 'K', 'C', 'F', 'ppm', 'ppb', 'bar', 'mmHg',
  'EUR', 'USD', 'GBP', 'CNY', '[\\w°µ]{1,5}\\/[\\w³²]{1,6}', '-', '[万亿千百]?[元人米吨台件个]', '公里', '公斤', '摄氏度',
].join('|') + ')\\s*$', 'u');
/** Fewest rows below for a row to be taken for a second header. */
const ENOUGH = 5;

/** Texts over columns of numbers, directly below the header: units, or names in another language. */
function isSecondHeader(rows: readonly Row[], top: number, width: number): boolean {
  const row = rows[top + 1];
  const body = rows.slice(top + 2).filter(one => one.length === width);
  if (!row || row.length !== width || width < 2 || body.length < ENOUGH || row.some(isValue)) return false;
  const numeric = row.flatMap((cell, i) => {
    const below = body.map(one => one[i] ?? '').filter(text => !isBlank(text));
    return below.length >= ENOUGH && below.filter(isValue).length >= below.length * 0.9 ? [cell] : [];
  });
  const units = numeric.filter(cell => UNIT.test(cell)).length;
  const isMarkedMissing = (cell: string): boolean => /^(?:n\/?a|null|none|nan|-+|\?+|\.)$/i.test(cell.trim());
  if (numeric.length === 0 || numeric.every(isMarkedMissing)) return false;
  // Days have no unit, so theirs is left blank.
  if (numeric.some(isBlank)) return filled(row) >= 2 && row.every(cell => isBlank(cell) || (UNIT.test(cell) && !isMarkedMissing(cell)));
  return units === numeric.length || (numeric.length >= 2 && new Set(numeric).size === numeric.length && !numeric.some(isMarkedMissing));
}

const secondHeader = (row: Row, place: Place): StructuralFact =>
  ({ kind: 'second-header', place, numbers: { units: Number(row.filter(cell => UNIT.test(cell)).length * 2 > filled(row)) } });

interface Foot {
  readonly end: number;
  facts(outside: Outside): readonly StructuralFact[];
}

/** Notes, totals or another table at the end of a file that is known as a whole. */
function findFoot(sample: Sample, body: number, width: number): Foot | undefined {
  const second = findSecondTable(sample, body);
  if (second) return second;
  const notes = findNotes(sample, body, width);
  const before = lastFilled(sample, (notes ?? sample.chunk.records) - 1, body);
  const total = isTotal(sample.last.get(before), width) && before > body + 1 ? before : undefined;
  const end = total ?? notes;
  if (end === undefined) return undefined;
  const records = sample.chunk.records;
  let firstNote = notes ?? records;
  while (sample.last.get(firstNote)?.every(isBlank)) firstNote++;
  return {
    end,
    facts: outside => [
      ...(total === undefined ? [] : [{ kind: 'total-row', place: outside('below', total, total + 1), numbers: {} } as const]),
      ...(notes === undefined ? [] : [{ kind: 'footer', place: outside('below', firstNote, records), numbers: { lines: records - notes } } as const]),
    ],
  };
}

/** The first record of the notes that end a file: rows of one text, with blank lines before and between them. */
function findNotes({ last, chunk }: Sample, body: number, width: number): number | undefined {
  let [first, prose] = [chunk.records, false];
  for (let r = chunk.records - 1; r > body; r--) {
    const row = last.get(r);
    if (!row || !(row.every(isBlank) || isNote(row, width))) break;
    if (isNote(row, width)) [first, prose] = [r, prose || row.some(isSaying)];
  }
  if (!prose) return undefined;
  while (first > body && last.get(first - 1)?.every(isBlank)) first--;
  return first;
}

/** One text in the first cell: a row cut short may look like it, so one of them must say something. */
const isNote = (row: Row, width: number): boolean => filled(row) === 1 && !isBlank(row[0] ?? '') && !isValue(row[0] ?? '') && !isCutElsewhere(row[0] ?? '', width) && (row.length < width || width > 2);

/** A record of the table that another delimiter cuts: a matter of mixed-delimiters. */
const isCutElsewhere = (cell: string, width: number): boolean => width > 2 && ['\t', ';', '|', ','].some(delimiter => cell.split(delimiter).length === width);

const NOTE = /^\s*(?:source|notes?|footnotes?|remarks?|quelle|anmerkung|generated|exported|created|printed|copyright|©|end of|\*|†|‡|\(\w\)|注|数据来源|资料来源|来源|备注|说明|制表|导出)/iu;
const isSaying = (cell: string): boolean => NOTE.test(cell) || (/\s\S+\s/.test(cell) && cell.length > 24);

function lastFilled({ last }: Sample, from: number, body: number): number {
  let r = from;
  while (r > body && last.get(r)?.every(isBlank)) r--;
  return r;
}

const TOTAL = /^\s*(?:(?:grand |sub)?totals?|sum|summe|gesamt|total général|totale|合计|总计|小计|总和|共计|合 计|总 计)\s*[:：]?\s*$/iu;

const isTotal = (row: Row | undefined, width: number): boolean =>
  row !== undefined && row.length === width && TOTAL.test(row.find(cell => !isBlank(cell)) ?? '') && row.some(isNumber);

/** Blank lines, then names over values where the first table had something else. */
function findSecondTable({ chunk, rows, last, whole }: Sample, body: number): Foot | undefined {
  const rowAt = (r: number): Row | undefined => rows[r] ?? last.get(r);
  if (!whole) return undefined;
  for (let gap = body + 1; gap < chunk.records - 2; gap++) {
    if (!rowAt(gap)?.every(isBlank) || rowAt(gap - 1)?.every(isBlank)) continue;
    const top = nextTop(rowAt, gap, chunk.records);
    if (top === undefined) continue;
    return { end: gap, facts: outside => [{ kind: 'second-table', place: outside('below', top, top + 1), numbers: { lines: chunk.records - top } }] };
  }
  return undefined;
}

/** The header of a table that begins after a gap, perhaps below a title of its own. */
function nextTop(rowAt: (r: number) => Row | undefined, gap: number, records: number): number | undefined {
  let r = gap;
  while (r < records && rowAt(r)?.every(isBlank)) r++;
  if (filled(rowAt(r) ?? []) === 1) r++;
  const [names, first, second] = [rowAt(r) ?? [], rowAt(r + 1) ?? [], rowAt(r + 2) ?? []];
  const before = rowAt(gap - 1) ?? [];
  const count = filled(names);
  const isNames = count >= 2 && !names.some(isValue) && new Set(names.filter(cell => !isBlank(cell))).size === count;
  // One row of values below a row of words is too little to tell a table from a record that broke off.
  const overValues = names.some((cell, i) => !isBlank(cell) && isValue(first[i] ?? '') && isValue(second[i] ?? ''));
  const differs = names.some((cell, i) => !isBlank(cell) && isValue(before[i] ?? '')) || count !== filled(before);
  return isNames && overValues && differs && filled(first) >= 2 && filled(second) >= 2 ? r : undefined;
}
