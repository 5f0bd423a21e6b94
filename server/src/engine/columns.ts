import { CHARACTER_CLASSES } from '../core/characters.ts';
import type { CharacterClass } from '../core/characters.ts';
import { knowsAllValues, VALUE_TEXTS } from '../core/column.ts';
import type { Column, NamedValue, NullSpelling } from '../core/column.ts';
import { textOf } from '../core/content.ts';
import type { FieldDescription } from '../core/description.ts';
import type { Detector } from '../core/detector.ts';
import type { Reading } from '../core/reading.ts';
import type { StructuralFact } from '../core/structure.ts';
import { groupsOf } from '../core/structure.ts';
import type { ColumnSummary, ValueSummary } from '../core/summary.ts';
import { alignNames } from '../util/alignment.ts';
import { holds } from '../util/characters.ts';
import { wordsOf } from '../util/columnWords.ts';
import { maskedValues } from '../util/lexical/masked.ts';
import type { Readable } from './chunkIndex.ts';
import { cellAt } from './chunkIndex.ts';
import { besideOthers, evidenceFinder } from './findEvidence.ts';
import { type Control, goesOn } from './pass.ts';
import { decideByCountry } from './rivals.ts';
import type { Scan } from './scan.ts';

/** The columns of a scanned table as rules see them: named, described, with the texts of their commonest values and what detectors make of them. `undefined` when cancelled. */
export async function buildColumns(
  scan: Scan, readable: Readable, fields: readonly FieldDescription[], detectors: readonly Detector[], control: Control,
): Promise<readonly Column[] | undefined> {
  const { reading } = readable;
  const chosen = scan.summary.columns.map(commonest);
  if (!await goesOn(control)) return undefined;
  const texts = await readTexts(scan, readable, chosen, control);
  if (!texts) return undefined;
  const fieldOf = fieldsByColumn(fields, reading);
  const wide = classesOf(scan.facts);
  const unread = unreadCells(scan.facts);
  const breaks = new Set([...wide].filter(kind => kind === 'line-break'));
  const words = reading.header.flatMap(wordsOf);
  const findEvidence = evidenceFinder(detectors, { words, people: false });
  const columns: Column[] = [];
  for (const [index, summary] of scan.summary.columns.entries()) {
    const name = reading.header[index] ?? '';
    const values = (chosen[index] ?? []).map((value): NamedValue => ({ ...value, text: texts[index]?.get(value.firstRecord) ?? '' }));
    const evidence = await findEvidence(name, values, control);
    if (!evidence) return undefined;
    columns.push({
      index, name, summary, values,
      nullSpellings: nullSpellings(summary, reading),
      ...unread.get(index),
      evidence,
      ...(summary.classes.text * 2 > summary.cells - summary.missing && maskedOf(detectors, values)),
      field: fieldOf.get(index),
      characters: heldBy(summary.nonAscii > 0 ? wide : summary.quoted > 0 ? breaks : NONE, summary, values),
    });
    if (!await goesOn(control)) return undefined;
  }
  return besideOthers(decideByCountry(columns), detectors, words, control);
}

/** By name, repeated ones in their order; by place where the file names no columns. */
export function fieldsByColumn(fields: readonly FieldDescription[], { header, hasHeader }: Reading): ReadonlyMap<number, FieldDescription> {
  const pairs = hasHeader ? alignNames(fields.map(field => field.name), header).pairs : fields.map((_, i) => [i, i] as const);
  return new Map(pairs.flatMap(([expected, actual]) => {
    const field = fields[expected];
    return field ? [[actual, field] as const] : [];
  }));
}

const NONE: ReadonlySet<CharacterClass> = new Set();

/** Those of the classes met in the file that a column may hold: where all its values are known, those they do hold. */
function heldBy(met: ReadonlySet<CharacterClass>, summary: ColumnSummary, values: readonly NamedValue[]): ReadonlySet<CharacterClass> {
  if (met.size === 0 || !knowsAllValues(summary)) return met;
  return new Set([...met].filter(kind => values.some(({ text }) => holds(kind, text))));
}

/** How many cells of each column a damaged file does not give away. */
const unreadCells = (facts: readonly StructuralFact[]): ReadonlyMap<number, Pick<Column, 'unread'>> => new Map(facts.flatMap(({ kind, numbers: { column = -1, rows = 0 } }) =>
  (kind === 'damaged-table' && column >= 0 && rows > 0 ? [[column, { unread: rows }] as const] : [])));

/** Classes of characters that occur somewhere in the file. */
const classesOf = (facts: readonly StructuralFact[]): ReadonlySet<CharacterClass> =>
  new Set(groupsOf(facts, 'characters').flatMap(({ numbers }) => CHARACTER_CLASSES[numbers['class'] ?? -1] ?? []));

/** The most frequent values, by hash, as they are listed, where they are equally frequent: a uniform sample where all values are rare. All, where all are known. */
function commonest(summary: ColumnSummary): readonly ValueSummary[] {
  const sorted = [...summary.values].sort((a, b) => b.count - a.count);
  const chosen = knowsAllValues(summary) ? sorted : sorted.slice(0, VALUE_TEXTS);
  return chosen.sort((a, b) => b.count - a.count || a.firstRecord - b.firstRecord);
}

/** By column, then by the row a value first stands in. */
type Texts = readonly ReadonlyMap<number, string>[];

async function readTexts(scan: Scan, readable: Readable, chosen: readonly (readonly ValueSummary[])[], control: Control): Promise<Texts | undefined> {
  const columnsByRow = new Map<number, number[]>();
  chosen.forEach((values, column) => {
    for (const { firstRecord } of values) {
      const columns = columnsByRow.get(firstRecord);
      if (columns) columns.push(column);
      else columnsByRow.set(firstRecord, [column]);
    }
  });
  const texts = chosen.map(() => new Map<number, string>());
  const whole = await scan.index.visitCells(readable, [...columnsByRow.keys()], (row, chunk, record) => {
    for (const column of columnsByRow.get(row) ?? []) {
      const cell = cellAt(chunk, record, column);
      if (cell !== -1) texts[column]?.set(row, textOf(chunk, cell));
    }
  }, control);
  return whole ? texts : undefined;
}

export function nullSpellings(summary: ColumnSummary, reading: Reading): readonly NullSpelling[] {
  return summary.missingBySpelling
    .map((count, index): NullSpelling => ({ index, text: reading.nullTokens[index] ?? '', count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/** Whether what a column holds is masked already, and what it was. */
function maskedOf(detectors: readonly Detector[], values: readonly NamedValue[]): Pick<Column, 'masked'> {
  const found = maskedValues(values.map(({ text }) => text));
  if (!found) return {};
  const detector = detectors.find(({ id }) => id === found.type);
  return { masked: { how: found.how, matches: found.matches, looked: found.looked, ...(detector && { detector }) } };
}
