// The seeded table as JSON Lines: one object a row, numbers and booleans as such, null where a cell is empty.
import { closeSync, existsSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { tableOf } from './data.mjs';

const BLOCK = 1 << 20;
const NUMBERS = new Set(['id', 'age', 'price', 'quantity', 'score']);

/** Path of the table with so many rows as JSON Lines, made when it is not there yet. 400,000 rows are about 210 MB. */
export function jsonLinesOf(rows, folder = '.cache/bench') {
  const path = `${folder}/mixed-${rows}.jsonl`;
  if (existsSync(path)) return path;
  const file = openSync(`${path}.part`, 'w');
  let names;
  let lines = [];
  for (const cells of recordsOf(tableOf(rows, folder))) {
    if (names) lines.push(JSON.stringify(Object.fromEntries(names.map((name, i) => [name, valueOf(name, cells[i] ?? '')]))));
    names ??= cells;
    if (lines.length < 5000) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

function valueOf(name, cell) {
  if (cell === '' || cell === 'NA') return null;
  if (name === 'is_active') return cell === 'true';
  return NUMBERS.has(name) ? Number(cell) : cell;
}

/** The records of a CSV file that is well-formed, as lists of contents. One that is cut at the end of a block is read with the next block. */
function* recordsOf(path) {
  let rest = '';
  for (const text of textsOf(path)) {
    const whole = rest + text;
    const cells = [];
    let start = 0;
    let from = 0;
    for (const { 0: cell, 1: end, index } of whole.matchAll(/(?:"(?:[^"]|"")*"|[^",\n]*)([,\n])/g)) {
      if (index !== from) break;
      from = index + cell.length;
      const content = cell.slice(0, -1);
      cells.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content);
      if (end !== '\n') continue;
      yield cells.splice(0);
      start = from;
    }
    rest = whole.slice(start);
  }
}

/** The file's text in blocks. */
function* textsOf(path) {
  const file = openSync(path, 'r');
  const decoder = new TextDecoder();
  const block = new Uint8Array(BLOCK);
  for (let count = readSync(file, block); count > 0; count = readSync(file, block)) yield decoder.decode(block.subarray(0, count), { stream: true });
  closeSync(file);
}
