import { type ColumnMasks, shownValue } from '../engine/mask.ts';
import type { ByteEdit, RecordChange } from '../engine/mend.ts';

/**
 * A unified diff of the records that fixes change, without context lines, so that no more of the data is shown than is changed. Cells of columns
 * whose values are masked are masked here too, edits and all; where there is none, `patch` and `git apply --unidiff-zero` understand it.
 */
export function unifiedDiff(path: string, records: readonly RecordChange[], masks: ColumnMasks): string {
  if (records.length === 0) return '';
  let shift = 0;
  const hunks = records.flatMap(record => {
    const before = linesOf(textOf(record, [], masks));
    const after = linesOf(textOf(record, record.edits, masks));
    const head = `@@ -${span(record.line + 1, before.length)} +${span(record.line + 1 + shift, after.length)} @@`;
    shift += after.length - before.length;
    return [head, ...before.map(line => `-${line}`), ...after.map(line => `+${line}`)];
  });
  return `${[`--- a/${path}`, `+++ b/${path}`, ...hunks].join('\n')}\n`;
}

/** Nothing is named by the line before it. */
const span = (line: number, count: number): string => (count === 1 ? String(line) : `${count === 0 ? line - 1 : line},${count}`);

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
const HIDDEN = encoder.encode('•••');

/** The record after edits, cells of masked columns hidden. An edit of a hidden cell is hidden with it, one of the whole record is made. */
function textOf({ bytes, cells }: RecordChange, edits: readonly ByteEdit[], masks: ColumnMasks): string {
  const isHidden = (column: number, text: string): boolean => masks(column) !== undefined || shownValue(masks, column, text) !== text;
  const hidden = cells.filter(({ column, from, to }) => to > from && isHidden(column, decoder.decode(bytes.subarray(from, to)))).map(({ from, to }): ByteEdit => ({ from, to, bytes: HIDDEN }));
  const open = edits.filter(edit => edit.from <= 0 && edit.to >= bytes.length || !hidden.some(({ from, to }) => edit.from >= from && edit.to <= to));
  const taken = open.filter(({ from, to }) => to > from);
  const pieces = [...open, ...hidden.filter(({ from, to }) => !taken.some(edit => edit.from < to && from < edit.to))].sort((a, b) => a.from - b.from);
  let at = 0;
  let text = '';
  for (const piece of pieces) {
    text += decoder.decode(bytes.subarray(at, piece.from)) + decoder.decode(piece.bytes);
    at = piece.to;
  }
  return text + decoder.decode(bytes.subarray(at));
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}
