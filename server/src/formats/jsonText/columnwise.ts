import type { JsonPass } from './pass.ts';
import type { PathNode } from './paths.ts';
import { RecordScanner } from './scanner.ts';
import type { Entry } from './scanner.ts';

interface Member {
  readonly node: PathNode;
  readonly values: readonly Entry[];
}

/**
 * Reads an object of columns: each member holds its column's values as an array, or as an object with a member for each row. Values are put into
 * records by their position. What is broken ends the reading there.
 */
export function readColumns(text: Uint8Array, open: number, pass: JsonPass): void {
  const scanner = new RecordScanner(pass.paths);
  const members: Member[] = [];
  scanner.start(text);
  for (let key = scanner.space(open + 1); scanner.byteAt(key) === 34;) {
    const keyEnd = scanner.key(key);
    const from = keyEnd < 0 ? -1 : scanner.colon(keyEnd + 1);
    if (from < 0) break;
    const node = pass.paths.root.child(text, key + 1, keyEnd, pass.paths.header);
    const values: Entry[] = [];
    const end = readValues(scanner, node, { start: key, end: keyEnd + 1 }, from, values);
    members.push({ node, values });
    if (end < 0) break;
    const comma = scanner.space(end);
    key = scanner.byteAt(comma) === 44 ? scanner.space(comma + 1) : comma;
  }
  const rows = members.reduce((most, { values }) => Math.max(most, values.length), 0);
  if (scanner.fault !== -1) pass.noteFault(scanner, 0, Math.max(0, rows - 1));
  for (let row = 0; row < rows; row++) pass.entries(members.flatMap(({ values }) => values[row] ?? []), row);
}

/** The values of one column, and where its array or object ends, or -1. */
function readValues(scanner: RecordScanner, node: PathNode, key: { readonly start: number; readonly end: number }, open: number, values: Entry[]): number {
  const isObject = scanner.byteAt(open) === 123;
  const closing = isObject ? 125 : 93;
  for (let at = scanner.space(open + 1); scanner.byteAt(at) !== closing;) {
    if (isObject) {
      const keyEnd = scanner.key(at);
      at = keyEnd < 0 ? -1 : scanner.colon(keyEnd + 1);
      if (at < 0) return -1;
    }
    const value = scanner.leaf(node, at, key.start, key.end);
    if (!value) return -1;
    values.push(value);
    const comma = scanner.space(value.end);
    if (scanner.byteAt(comma) === closing) return comma + 1;
    if (scanner.byteAt(comma) !== 44) return scanner.failAfterValue(comma, closing);
    at = scanner.space(comma + 1);
  }
  return scanner.space(open + 1) + 1;
}
