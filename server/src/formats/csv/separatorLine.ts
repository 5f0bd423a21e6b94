import type { StructuralFact } from '../../core/structure.ts';

/** A first line that tells Excel the delimiter. */
export interface SeparatorLine {
  readonly delimiter: string;
  /** Bytes of the line with its end. */
  readonly bytes: number;
  readonly fact: StructuralFact;
}

const LINE = /^"?sep=([^\r\n"])"?[^\S\r\n]*(?:\r\n|\n|\r)/i;

/** `sep=;` in the first line: no row, but an instruction that other programs read as one. */
export function separatorLine(bytes: Uint8Array): SeparatorLine | undefined {
  const match = LINE.exec(String.fromCharCode(...bytes.subarray(0, 32)));
  const [line, delimiter] = match ?? [];
  if (line === undefined || delimiter === undefined || delimiter.charCodeAt(0) > 127) return undefined;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: line.trimEnd().length } };
  return { delimiter, bytes: line.length, fact: { kind: 'separator-line', place: { at: 'outside', side: 'above', range }, numbers: { delimiter: delimiter.charCodeAt(0) } } };
}
