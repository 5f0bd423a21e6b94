import { cellsOf } from '../core/chunk.ts';
import type { FindingFix } from '../core/finding.ts';
import type { Source } from '../core/format.ts';
import type { TextPosition } from '../core/place.ts';
import { comparePositions } from '../core/place.ts';
import { readInto } from '../util/readInto.ts';
import { changesData, editsOf, type TextEdit } from './fixes.ts';
import type { ByteEdit, Mending, RecordChange } from './mend.ts';
import type { ResolveContext } from './resolve.ts';

const encoder = new TextEncoder();

/**
 * What fixes come to in a text whose cells are JSON: the edits an editor would make, by lines and characters, found again as bytes in one more pass.
 * `preview` asks for the lines that change.
 */
export async function planTextMending(fixes: readonly FindingFix[], context: ResolveContext, preview: boolean): Promise<Mending> {
  const { source, reading } = context.readable;
  const edits = apart(fixes.filter(({ change }) => changesData(change)).flatMap(fix => editsOf(fix, reading.dialect)));
  const offsets = await offsetsOf(edits.flatMap(({ range: { start, end } }) => [start, end]), source, reading.bomLength);
  const made = edits.map(({ newText }, i): ByteEdit => ({ from: offsets[2 * i] ?? 0, to: offsets[2 * i + 1] ?? 0, bytes: encoder.encode(newText) }));
  return { edits: made, records: preview ? await changedLines(edits, made, fixes, context) : [] };
}

/** In the order of the text; where two want the same place, the first one has it. */
function apart(edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = [...edits].sort((a, b) => comparePositions(a.range.start, b.range.start) || comparePositions(b.range.end, a.range.end));
  const kept: TextEdit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (!last || comparePositions(last.range.end, edit.range.start) <= 0) kept.push(edit);
  }
  return kept;
}

const LF = 10;
const CR = 13;
const BLOCK = 256 * 1024;

/**
 * Byte offsets of positions as editors count them, which come in the order of the text; behind the end of a line or the text they stand at that end.
 * `from`: the first byte that editors show.
 */
export async function offsetsOf(positions: readonly TextPosition[], source: Source, from: number): Promise<readonly number[]> {
  const offsets: number[] = [];
  const block = new Uint8Array(BLOCK);
  let [at, line, character, afterReturn] = [from, 0, 0, false];
  const arrive = (offset: number): void => {
    for (let wanted = positions[offsets.length]; wanted && isThere(wanted, line, character); wanted = positions[offsets.length]) offsets.push(offset);
  };
  while (offsets.length < positions.length) {
    const count = await source.read(block, at);
    if (count === 0) break;
    for (let i = 0; i < count && offsets.length < positions.length; i++) {
      const byte = block[i] ?? 0;
      const ends = byte === LF || byte === CR;
      if (afterReturn && byte !== LF) [line, character] = [line + 1, 0];
      if ((byte & 0xc0) !== 0x80) arrive(at + i);
      // Behind the last character of a line stands its end.
      if (ends) for (let wanted = positions[offsets.length]; wanted && wanted.line === line; wanted = positions[offsets.length]) offsets.push(at + i);
      if (byte === LF) [line, character] = [line + 1, 0];
      else if (!ends && (byte & 0xc0) !== 0x80) character += byte >= 0xf0 ? 2 : 1;
      afterReturn = byte === CR;
    }
    at += count;
  }
  while (offsets.length < positions.length) offsets.push(at);
  return offsets;
}

const isThere = (wanted: TextPosition, line: number, character: number): boolean =>
  wanted.line < line || (wanted.line === line && wanted.character <= character);

/** Whole lines with the edits in them, neighbours as one where an edit goes over their border. Everything is found in one more pass. */
async function changedLines(edits: readonly TextEdit[], made: readonly ByteEdit[], fixes: readonly FindingFix[], context: ResolveContext): Promise<readonly RecordChange[]> {
  const { source, reading } = context.readable;
  const cells = await cellsByLine(fixes, context);
  const groups = groupsOf(edits).map(group => ({ ...group, cells: Array.from({ length: group.after - group.first }, (_, i) => cells.get(group.first + i) ?? []).flat() }));
  const positions = groups.flatMap(group => [lineStart(group.first), ...group.cells.flatMap(({ range }) => [range.start, range.end]), lineStart(group.after)]);
  const offsets = await offsetsOf(positions, source, reading.bomLength);
  const records: RecordChange[] = [];
  let at = 0;
  for (const group of groups) {
    const [start = 0, ...inside] = offsets.slice(at, at + 2 * group.cells.length + 2);
    at += 2 * group.cells.length + 2;
    records.push({
      line: group.first, bytes: await readPart(source, start, inside.at(-1) ?? start),
      cells: group.cells.map(({ column }, i) => ({ column, from: (inside[2 * i] ?? start) - start, to: (inside[2 * i + 1] ?? start) - start })),
      edits: group.members.flatMap(i => made[i] ?? []).map(({ from, to, bytes }) => ({ from: from - start, to: to - start, bytes })),
    });
  }
  return records;
}

const lineStart = (line: number): TextPosition => ({ line, character: 0 });

interface Group {
  readonly first: number;
  /** The line after the last one. */
  after: number;
  readonly members: number[];
}

function groupsOf(edits: readonly TextEdit[]): readonly Group[] {
  const groups: Group[] = [];
  edits.forEach(({ range: { start, end } }, i) => {
    const after = end.character === 0 && end.line > start.line ? end.line : end.line + 1;
    const last = groups.at(-1);
    if (last && start.line < last.after) {
      last.after = Math.max(last.after, after);
      last.members.push(i);
    } else groups.push({ first: start.line, after, members: [i] });
  });
  return groups;
}

/** Where the cells of the records that change stand, by the line they begin in. */
async function cellsByLine(fixes: readonly FindingFix[], { readable, index }: ResolveContext): Promise<ReadonlyMap<number, readonly PlacedCell[]>> {
  const byLine = new Map<number, PlacedCell[]>();
  const rows = [...new Set(fixes.flatMap(({ spots }) => spots.flatMap(({ place }) => ('row' in place ? [place.row] : []))))].sort((a, b) => a - b);
  await index.visitRows(readable, rows, (_, chunk, record, locator) => {
    const [from, to] = cellsOf(chunk, record);
    for (let cell = from; cell < to; cell++) {
      const range = locator.cell(cell);
      byLine.set(range.start.line, [...byLine.get(range.start.line) ?? [], { column: chunk.columns?.[cell] ?? cell - from, range }]);
    }
  });
  for (const cells of byLine.values()) cells.sort((a, b) => comparePositions(a.range.start, b.range.start));
  return byLine;
}

interface PlacedCell extends Pick<TextEdit, 'range'> {
  readonly column: number;
}

async function readPart(source: Source, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(to - from);
  return bytes.subarray(0, await readInto(source, bytes, from));
}
