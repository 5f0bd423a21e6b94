import type { Chunk } from '../../core/chunk.ts';
import type { Reader, Source } from '../../core/format.ts';
import type { Reading } from '../../core/reading.ts';
import type { StructuralFact } from '../../core/structure.ts';
import { CONTAINERS } from '../../core/structure.ts';
import { readInto } from '../../util/readInto.ts';
import { TextCursor } from '../../util/textCursor.ts';
import { firstIllFormed } from '../../util/utf8.ts';
import { jsonChunk } from './chunk.ts';
import { readColumns } from './columnwise.ts';
import { documentFault } from './layout.ts';
import type { Layout } from './layout.ts';
import { isSpace } from './lexer.ts';
import { JsonPass } from './pass.ts';
import { columnsOf } from './paths.ts';

/** A document is read as a whole, since its records need not end where lines do. Beyond this it should be JSON Lines. */
export const DOCUMENT_LIMIT = 64 * 1024 * 1024;

/** Reads a JSON document as one chunk. `find` looks for its records; `stray`: the file name promises another container. */
export function readDocument(source: Source, reading: Reading, find: (bytes: Uint8Array) => Layout | undefined, stray: boolean): Reader {
  const pass = new JsonPass(reading.header);
  const facts: StructuralFact[] = [];
  let done = false;
  let whole: Uint8Array = new Uint8Array(0);
  let outside: readonly StructuralFact[] | undefined;

  async function next(): Promise<Chunk | undefined> {
    if (done) return undefined;
    done = true;
    const text = await readText(source, reading.bodyOffset);
    if (!text) {
      facts.push({ kind: 'oversized-document', place: { at: 'file' }, numbers: { most: DOCUMENT_LIMIT } });
      return undefined;
    }
    readRecords(text, find(text), pass);
    whole = text;
    if (stray) facts.push({ kind: 'wrong-container', place: { at: 'file' }, numbers: { container: CONTAINERS.indexOf(reading.container ?? 'lines') } });
    return chunkOf(text, reading, pass);
  }

  return {
    header: () => Promise.resolve(undefined),
    next,
    dispose: () => undefined,
    columns: () => pass.paths.columns(),
    facts() {
      const isEmpty = done && facts.length === 0 && pass.values === 0;
      outside ??= !done ? undefined : stray || pass.facts.list().some(({ kind }) => kind === 'malformed-json') ? [] : outsideRecords(whole, pass);
      return [...(isEmpty ? [{ kind: 'empty-file', place: { at: 'file' }, numbers: {} } as const] : facts), ...outside ?? [], ...pass.allFacts()];
    },
  };
}

/**
 * What is broken between sound records and around them: a document that was cut where a record ends, commas too few or too many, text behind the
 * last bracket. It stands at the record before it; a document without records has no place for it but the file.
 */
function outsideRecords(text: Uint8Array, pass: JsonPass): readonly StructuralFact[] {
  const found = documentFault(text);
  if (!found || pass.values === 0) return [];
  const { recordStarts } = pass.cells.views();
  const after = recordStarts.findIndex(start => start > found.start);
  const row = Math.max(0, (after === -1 ? recordStarts.length : after) - 1);
  const from = recordStarts[row] ?? 0;
  const place = { at: 'text', row, start: found.start - from, end: found.end - from } as const;
  return [{ kind: 'malformed-json', place, numbers: { code: found.fault, kept: 2 } }];
}

/** All bytes from `position` on; `undefined` where there are too many. */
async function readText(source: Source, position: number): Promise<Uint8Array | undefined> {
  for (let room = (source.size ?? FIRST_ROOM) - position + 1; ; room = Math.min(4 * room, DOCUMENT_LIMIT + 1)) {
    if (room > DOCUMENT_LIMIT + 1) return undefined;
    const bytes = new Uint8Array(Math.max(1, room));
    const count = await readInto(source, bytes, position);
    if (count > DOCUMENT_LIMIT) return undefined;
    if (count < bytes.length) return bytes.subarray(0, count);
  }
}

/** Bytes that are tried where nobody knows how many there are. */
const FIRST_ROOM = 1024 * 1024;

/** The columns of the first bytes of a document; what is cut at their end is left out. */
export function headerOfDocument(head: Uint8Array, layout: Layout | undefined): readonly string[] {
  const pass = new JsonPass([]);
  readRecords(head, layout, pass);
  return columnsOf(pass.paths.columns());
}

function readRecords(text: Uint8Array, { container, at }: Layout = { container: 'values', at: 0 }, pass: JsonPass): void {
  if (container === 'columns') readColumns(text, at, pass);
  else readElements(text, container === 'array' ? at + 1 : at, container === 'array', pass);
}

/** Reads values one after the other, with commas between them in an array. After a broken one it goes on with the next that can be told. */
function readElements(text: Uint8Array, from: number, inArray: boolean, pass: JsonPass): void {
  let row = pass.cells.records;
  for (let at = space(text, from); at < text.length && !(inArray && text[at] === 93); row++) {
    const end = pass.value(text, at, text.length, row);
    const next = end < 0 ? nextObject(text, pass.faultEnd) : space(text, end);
    at = text[next] === 44 ? space(text, next + 1) : next;
  }
}

/** The next object that follows another one, with or without a comma in between. */
function nextObject(text: Uint8Array, from: number): number {
  for (let at = text.indexOf(123, from); at !== -1; at = text.indexOf(123, at + 1)) {
    let before = at - 1;
    while (before > 0 && isSpace(text[before] ?? 0)) before--;
    if (text[before] === 44) do before--; while (before > 0 && isSpace(text[before] ?? 0));
    if (text[before] === 125 && before >= from) return at;
  }
  return text.length;
}

function space(text: Uint8Array, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text[at] ?? 0)) at++;
  return at;
}

function chunkOf(text: Uint8Array, reading: Reading, pass: JsonPass): Chunk {
  const invalidUtf8 = firstIllFormed(text);
  if (invalidUtf8 >= 0) pass.facts.add({ kind: 'invalid-utf8', place: { at: 'file' }, numbers: { byte: text[invalidUtf8] ?? 0 } });
  const hasReturns = text.includes(13);
  const frame = {
    firstRecord: 0, offset: reading.bodyOffset, lineBreaks: new TextCursor(() => text, 0).lines(),
    incidents: { list: [], total: 0, controls: 0, carriageReturns: Number(hasReturns), hasNonAscii: text.some(byte => byte > 127), invalidUtf8 },
  };
  const cells = pass.cells.views();
  return jsonChunk(frame, () => text, () => cells, pass.cells.resolve(text));
}
