import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding } from '../../server/src/core/finding.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkBytes } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

const OWN = readdirSync('server/src/rules/types');
const rules = allRules.filter(({ id }) => OWN.includes(id));

/** A number from 0 up to, not including, `n`, for row `i`: without order, the same every time. */
const draw = (i: number, n: number, salt: number): number => {
  let x = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) % n;
};
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const pick = (words: string, i: number, salt: number): string => words.split(' ')[draw(i, words.split(' ').length, salt)] ?? '';
const hex = (i: number, width: number, salt: number): string => Array.from({ length: width }, (_, k) => draw(i, 16, salt * 40 + k).toString(16)).join('');

type Cells = (i: number) => string | number;

const quoted = (cell: string | number): string => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell));

async function findIn(columns: Readonly<Record<string, Cells>>, rows: number): Promise<readonly Finding[]> {
  const lines = Array.from({ length: rows }, (_, i) => Object.values(columns).map(cells => quoted(cells(i))).join(','));
  const bytes = new TextEncoder().encode(`${Object.keys(columns).map(quoted).join(',')}\n${lines.join('\n')}\n`);
  return (await checkBytes('data.csv', bytes, rules, KERNELS.kernel)).findings;
}

const WORDS = 'the quick brown fox jumps over 12 lazy dogs in 1984 at 5 km with 3.5 kg for $20 on 12/12/2012 while it rains';

/** Columns as they are in good order. Some look like numbers, dates, units or codes to whoever looks at a few cells only. */
const CLEAN: Readonly<Record<string, Cells>> = {
  zip: i => 10000 + draw(i, 89999, 1),
  year: i => 1950 + draw(i, 74, 2),
  price: i => (draw(i, 100000, 3) / 100).toFixed(2),
  temperature: i => (draw(i, 600, 4) / 10 - 20).toFixed(1),
  name: i => `${pick('Ann Bob Zoë 王伟 Ólafur', i, 5)} ${pick("Smith Müller O'Brien Nguyễn", i, 6)}`,
  id: i => `C${pad(i, 5)}`,
  uuid: i => [8, 4, 4, 4, 12].map((n, k) => hex(i, n, 7 + k)).join('-'),
  note: i => Array.from({ length: 9 }, (_, k) => pick(WORDS, i, 20 + k)).join(' '),
  word: i => pick(WORDS, i, 8),
  date: i => `${2000 + draw(i, 24, 9)}-${pad(1 + draw(i, 12, 10))}-${pad(1 + draw(i, 28, 11))}`,
  stamp: i => `2024-${pad(1 + draw(i, 12, 12))}-${pad(1 + draw(i, 28, 13))}T${pad(draw(i, 24, 14))}:00:00+0${1 + draw(i, 2, 15)}:00`,
  time: i => `${pad(draw(i, 24, 16))}:${pad(draw(i, 60, 17))}`,
  icd: i => `${pick('A B C D', i, 18)}${pad(draw(i, 99, 19))}.${draw(i, 9, 20)}`,
  chinese: i => `${pick('今天 明天 昨天', i, 21)}天气${pick('很好 不错 一般', i, 22)}${draw(i, 9, 23)}`,
  latitude: i => (draw(i, 180e6, 24) / 1e6 - 90).toFixed(6),
  phone: i => `(${200 + draw(i, 700, 25)}) ${200 + draw(i, 700, 26)}-${pad(draw(i, 9999, 27), 4)}`,
  spaced: i => `${600 + draw(i, 99, 28)} ${100 + draw(i, 899, 29)} ${100 + draw(i, 899, 30)}`,
  version: i => `${draw(i, 9, 31)}.${draw(i, 20, 32)}.${draw(i, 30, 33)}`,
  ip: i => [34, 35, 36, 37].map(salt => 1 + draw(i, 254, salt)).join('.'),
  isbn: i => `978-${draw(i, 9, 38)}-${100 + draw(i, 899, 39)}-${10000 + draw(i, 89999, 40)}-${draw(i, 9, 41)}`,
  sku: i => `${10 + draw(i, 89, 42)}-${10 + draw(i, 89, 43)}-${10 + draw(i, 89, 44)}`,
  range: i => `${draw(i, 9, 45)}0-${draw(i, 9, 45)}9`,
  size: i => pick('S M L XL 42 38.5', i, 46),
  seat: i => `${1 + draw(i, 30, 47)}${pick('A B C D E F', i, 48)}`,
  color: i => `#${hex(i, 6, 49)}`,
  score: i => `${draw(i, 5, 50)}-${draw(i, 5, 51)}`,
  fraction: i => `${1 + draw(i, 3, 52)}/${4 + draw(i, 5, 53)}`,
  place: i => `${(draw(i, 18e5, 54) / 1e4 - 90).toFixed(4)}, ${(draw(i, 36e5, 55) / 1e4 - 180).toFixed(4)}`,
  rank: i => pick('1st 2nd 3rd 4th', i, 56),
  gene: i => `${pick('TP BRCA MARCH SEPT', i, 57)}${1 + draw(i, 99, 58)}`,
  month: i => `${2000 + draw(i, 24, 59)}-${pad(1 + draw(i, 12, 60))}`,
  season: i => `${1990 + draw(i, 30, 61)}-${pad((91 + draw(i, 30, 61)) % 100)}`,
  quarter: i => `${2000 + draw(i, 24, 62)}Q${1 + draw(i, 4, 63)}`,
  address: i => `${1 + draw(i, 999, 64)} ${pick('Main High Park', i, 65)} St`,
  cas: i => `${50 + draw(i, 9949, 66)}-${10 + draw(i, 89, 67)}-${draw(i, 9, 68)}`,
  pressure: i => `${90 + draw(i, 90, 69)}/${60 + draw(i, 50, 70)}`,
  title: i => pick('1984 Ulysses 2001 Emma 300 Seven 10 21 54 V', i, 71),
  url: i => `https://example.org/${hex(i, 8, 72)}`,
  tags: i => JSON.stringify(['a', 'b', 'c', 'd'].slice(draw(i, 4, 73))),
  flag: i => pick('yes no', i, 74),
  letter: i => pick('Y N', i, 75),
  sex: i => pick('M F', i, 76),
  bit: i => draw(i, 2, 77),
  answer: i => pick('yes no maybe unsure', i, 78),
  grade: i => pick('A B C D F', i, 79),
  count: i => draw(i, 40, 80) ** 2,
  tiny: i => `${draw(i, 9, 81) + 1}.${pad(draw(i, 9999, 82), 4)}e-0${1 + draw(i, 8, 83)}`,
  epoch: i => 1.7e12 + i * 60007,
  gap: i => pick('NA 5 7 9 11', i, 84),
  rating: i => 1 + draw(i, 5, 85),
  pixel: i => draw(i, 256, 86),
  hash: i => hex(i, 32, 87),
  plate: i => `B-${pick('AX CZ', i, 88)} ${1 + draw(i, 9999, 89)}`,
  weekday: i => pick('Mon Tue Wed Thu Fri', i, 90),
  group_of_age: i => pick('<18 18-25 26-40 40+', i, 91),
  angle: i => `${draw(i, 89, 92)}°${draw(i, 59, 93)}'N`,
  box: i => `${10 + draw(i, 89, 94)} x ${10 + draw(i, 89, 95)} cm`,
  amount: i => `${1 + draw(i, 9, 96)} ${pick('apples pears boxes', i, 97)}`,
  engine: i => pick('1.6 2.0 2.0T 3.0d', i, 98),
  floor: i => `${1 + draw(i, 30, 99)}层`,
  jahr: i => `${1990 + draw(i, 30, 100)}年`,
  case_number: i => `${1 + draw(i, 28, 101)}/${100 + draw(i, 899, 102)}/${2000 + draw(i, 20, 103)}`,
};

test('nothing is said about columns in good order', async () => {
  const findings = await findIn(CLEAN, 1200);
  assert.deepEqual(findings.map(({ rule, message }) => `${rule}: ${renderMessage(message, { locale: 'en' })}`), []);
});

/** A column with what is wrong with it: row, cell, and the rule that has to name this very cell. */
interface Dirty {
  readonly cells: Cells;
  readonly planted: readonly (readonly [row: number, cell: string, rule: string])[];
}

const daysOf = (layout: (y: number, m: string, d: string) => string, salt: number): Cells => i =>
  layout(2010 + draw(i, 12, salt), pad(1 + draw(i, 12, salt + 1)), pad(1 + draw(i, 28, salt + 2)));

const DIRTY: Readonly<Record<string, Dirty>> = {
  iso: {
    cells: daysOf((y, m, d) => `${y}-${m}-${d}`, 110),
    planted: [
      [100, '2023-02-30', 'invalid-date'],
      [900, '31.12.2020', 'mixed-date-formats'],
      [1500, '2020年3月1日', 'mixed-date-formats'],
      [2000, 'soon', 'mixed-types'],
      [2100, '2020-01-01 10:00', 'mixed-date-formats'],
    ],
  },
  slashes: {
    cells: daysOf((y, m, d) => `${d}/${m}/${y}`, 120),
    planted: [
      [50, '31/02/2020', 'invalid-date'],
      [60, '12/31/2020', 'mixed-date-formats'],
      [70, '2020-05-05', 'mixed-date-formats'],
      [80, '5/5/20', 'two-digit-year'],
      [90, 'later', 'mixed-types'],
      [91, '2020', 'mixed-types'],
    ],
  },
  points: {
    cells: daysOf((y, m, d) => `${d}.${m}.${y}`, 130),
    planted: [
      [50, '31.04.2020', 'invalid-date'],
      [61, '2020/01/02', 'mixed-date-formats'],
    ],
  },
  measured: {
    cells: i => (draw(i, 9000, 140) / 100 + 1).toFixed(2),
    planted: [
      [10, 'inf', 'non-finite-number'], [20, '12,5', 'mixed-decimal-separators'], [30, '1,234', 'mixed-decimal-separators'], [40, '#REF!', 'spreadsheet-damage'], [44, '12 kg', 'number-as-string'],
      [45, '-Infinity', 'non-finite-number'], [46, 'abc', 'mixed-types'],
    ],
  },
  counted: {
    cells: i => draw(i, 999, 141),
    planted: [
      [11, '1,234', 'number-as-string'],
      [12, '1,5', 'mixed-decimal-separators'],
      [13, '#DIV/0!', 'spreadsheet-damage'],
      [14, 'none at all', 'mixed-types'],
    ],
  },
  weight: {
    cells: i => `${40 + draw(i, 80, 142)} kg`,
    planted: [
      [31, '150 lb', 'mixed-units'],
      [32, '71', 'mixed-units'],
      [33, '3 斤', 'mixed-units'],
      [34, 'heavy', 'mixed-types'],
    ],
  },
  price: {
    cells: i => `$${1 + draw(i, 9, 143)},${100 + draw(i, 899, 144)}.50`,
    planted: [
      [31, '€1,234.50', 'mixed-units'],
      [36, 'on request', 'mixed-types'],
    ],
  },
  commas: {
    cells: i => `${1 + draw(i, 999, 145)},${10 + draw(i, 89, 146)}`,
    planted: [
      [35, '12.5', 'mixed-decimal-separators'],
      [37, 'x', 'mixed-types'],
    ],
  },
  key: { cells: i => [8, 4, 4, 4, 12].map((n, k) => hex(i, n, 150 + k)).join('-'), planted: [[77, '123e4567-e89b', 'invalid-format']] },
  link: { cells: i => `https://example.org/${i}`, planted: [[79, 'N', 'invalid-format']] },
  postcode: { cells: i => pad(1001 + draw(i, 98949, 147), 5), planted: [[5, '2134', 'lost-leading-zeros'], [6, '501', 'lost-leading-zeros']] },
  vector: {
    cells: i => JSON.stringify([0, 1, 2].map(k => draw(i, 100, 160 + k) / 100)),
    planted: [
      [81, '[1, 2]', 'varying-list-length'],
      [82, '[1, 2', 'invalid-json-cell'],
    ],
  },
  gene_symbol: {
    cells: i => `${pick('TP BRCA EGFR', i, 148)}${i}`,
    planted: [
      [83, '1-Mar', 'spreadsheet-damage'],
      [84, '2-Sep', 'spreadsheet-damage'],
    ],
  },
  active: {
    cells: i => pick('yes no', i, 149),
    planted: [
      [85, 'Y', 'mixed-boolean-spellings'],
      [86, 'TRUE', 'mixed-boolean-spellings'],
      [87, '0', 'mixed-boolean-spellings'],
    ],
  },
  在职: { cells: i => pick('是 否', i, 170), planted: [[88, '有', 'mixed-boolean-spellings']] },
  bytes: { cells: i => draw(i, 1e6, 171), planted: [1, 2, 3].map(row => [row, '2147483647', 'truncated-value'] as const) },
  barcode: { cells: i => 4e12 + draw(i, 1e9, 172), planted: [[90, '4.00638E+12', 'spreadsheet-damage']] },
  seen: { cells: i => `2024-01-${10 + draw(i, 18, 173)}T10:00:00Z`, planted: [[92, '2024-01-12T10:00:00', 'mixed-time-zones']] },
};

test('every planted cell is found by its rule and by no other, and no further cell is', async () => {
  const columns = Object.fromEntries(Object.entries(DIRTY).map(([name, { cells, planted }]) =>
    [name, (i: number) => planted.find(([row]) => row === i)?.[1] ?? cells(i)]));
  const findings = await findIn(columns, 3000);
  // Findings about a whole column mark its first cells only.
  const found = findings.filter(({ count }) => count < 50)
    .flatMap(({ rule, spots }) => spots.map(({ place }) => (place.at === 'cell' ? `${place.column}:${place.row} ${rule}` : '')));
  const expected = Object.values(DIRTY).flatMap(({ planted }, column) => planted.map(([row, , rule]) => `${column}:${row} ${rule}`));
  assert.deepEqual(found.sort(), expected.sort());
});

test('columns of fewer than twenty values are not judged, but for days that do not exist', async () => {
  const columns = Object.fromEntries(Object.entries(DIRTY).map(([name, { cells, planted }]) => [name, (i: number) => planted[i]?.[1] ?? cells(i)]));
  assert.deepEqual(new Set((await findIn(columns, 19)).map(({ rule }) => rule)), new Set(['invalid-date', 'non-finite-number', 'spreadsheet-damage']));
});
