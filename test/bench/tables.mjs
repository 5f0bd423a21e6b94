// The files the tables of the bench are about: the seeded table, and what is made of it.
import { existsSync, renameSync } from 'node:fs';
import { recordsOf, tableOf, written, xorshift } from './data.mjs';

const FOLDER = '.cache/bench';

/** What each table is about, by its name; each gives the path of the file with so many rows, made when it is not there yet. */
export const TABLES = {
  mixed: { kind: 'csv', title: 'columns of all kinds', make: rows => tableOf(rows) },
  numeric: { kind: 'csv', title: 'nothing but numbers', make: numeric },
  quoted: { kind: 'csv', title: 'every cell in quotes', make: quoted },
  dirty: { kind: 'csv', title: 'one row in fifty is wrong in some way', make: dirty },
  jsonl: { kind: 'jsonl', title: 'one object a line', make: jsonLines },
  parquet: { kind: 'parquet', title: 'written by DuckDB, zstd', make: parquet },
};

/** Twenty columns of whole and decimal numbers. */
function numeric(rows, folder = FOLDER) {
  return written(`${folder}/numeric-${rows}.csv`, function* () {
    const random = xorshift(0x2545f491);
    const upTo = n => (random() * n) | 0;
    yield Array.from({ length: 20 }, (_, i) => `x${i + 1}`).join(',');
    for (let i = 0; i < rows; i++) {
      const whole = [i + 1, upTo(100), upTo(1e6), upTo(2) * 2 - 1, 1e9 + upTo(1e9), upTo(50) - 25, 1970 + upTo(55), upTo(2)];
      const decimals = [2, 6, 3, 1, 2, 4, 2, 6, 2, 3].map((digits, k) => (random() * 10 ** (k % 5) - (k % 3) * 10).toFixed(digits));
      yield [...whole, ...decimals, random(), random() < 0.05 ? '' : (random() * 1e6).toExponential(3)].join(',');
    }
  });
}

function quoted(rows, folder = FOLDER) {
  return written(`${folder}/quoted-${rows}.csv`, function* () {
    for (const cells of recordsOf(tableOf(rows, folder))) yield cells.map(quote).join(',');
  });
}

const quote = cell => `"${cell.replaceAll('"', '""')}"`;
const quoteIfNeeded = cell => (/[",\n]/.test(cell) ? quote(cell) : cell);

/** What goes wrong with rows, in turn: readers must not fail at any of it. */
const SPOILED = [
  cells => cells.slice(0, -1), cells => [...cells, 'extra'], cells => cells.with(2, `${cells[2]} "the" ${cells[2]}`), cells => cells.with(7, 'N/A'), cells => cells.with(7, '12,50'), cells => cells.with(10, '31/12/2019'),
  cells => cells.with(3, ` ${cells[3]} `), cells => cells.with(12, cells[12].toLowerCase()), cells => cells.with(6, '-999'), cells => cells.with(4, cells[4].replace('@', ' at ')), cells => cells.with(19, ''), cells => cells.with(2, 'ZoÃ«'),
];

function dirty(rows, folder = FOLDER) {
  return written(`${folder}/dirty-${rows}.csv`, function* () {
    let row = 0;
    for (const cells of recordsOf(tableOf(rows, folder))) {
      const spoil = row++ % 50 === 49 ? SPOILED[Math.floor(row / 50) % SPOILED.length] : undefined;
      // Quotes that stand in a cell which does not begin with one are written as they are.
      yield spoil ? spoil(cells).map((cell, i) => (i === 2 ? cell : quoteIfNeeded(cell))).join(',') : cells.map(quoteIfNeeded).join(',');
    }
  });
}

const NUMBERS = new Set(['id', 'age', 'price', 'quantity', 'score']);

/** The table as JSON Lines, numbers and booleans as such, null where a cell is empty. 400,000 rows are about 220 MB. */
function jsonLines(rows, folder = FOLDER) {
  return written(`${folder}/mixed-${rows}.jsonl`, function* () {
    let names;
    for (const cells of recordsOf(tableOf(rows, folder))) {
      if (names) yield JSON.stringify(Object.fromEntries(names.map((name, i) => [name, valueOf(name, cells[i] ?? '')])));
      names ??= cells;
    }
  });
}

function valueOf(name, cell) {
  if (cell === '' || cell === 'NA') return null;
  if (name === 'is_active') return cell === 'true';
  return NUMBERS.has(name) ? Number(cell) : cell;
}

async function parquet(rows, folder = FOLDER) {
  const path = `${folder}/mixed-${rows}.parquet`;
  if (existsSync(path)) return path;
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${tableOf(rows, folder)}', nullstr = ['', 'NA'])) TO '${path}.part' (FORMAT parquet, COMPRESSION zstd)`);
  renameSync(`${path}.part`, path);
  return path;
}
