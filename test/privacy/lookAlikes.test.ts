import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NamedValue } from '../../server/src/core/column.ts';
import type { PresentClass } from '../../server/src/core/summary.ts';
import { evidenceFinder } from '../../server/src/engine/findEvidence.ts';
import { detectors } from '../../server/src/privacy/detectors/registry.generated.ts';

/** Numbers that are the same in every run: a linear congruence with the constants of Numerical Recipes. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = (below: number) => number;
const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random(10)).join('');
const two = (value: number): string => String(value).padStart(2, '0');
const hex = (random: Random, count: number): string => Array.from({ length: count }, () => random(16).toString(16)).join('');
const letters = (random: Random, count: number): string => Array.from({ length: count }, () => String.fromCharCode(65 + random(26))).join('');

/** With the check digit of GS1: weights 3 and 1 from the right. */
function barcode(stem: string): string {
  const sum = [...stem].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 ? 1 : 3), 0);
  return stem + String((10 - (sum % 10)) % 10);
}

function isbn10(stem: string): string {
  const sum = [...stem].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
  return stem + '0123456789X'.charAt((11 - (sum % 11)) % 11);
}

const day = (random: Random): string => `20${two(10 + random(15))}${two(1 + random(12))}${two(1 + random(28))}`;

/** Columns that hold no personal data and look as if they did. */
const LOOK_ALIKES: readonly (readonly [what: string, cell: (random: Random, row: number) => string])[] = [
  ...Array.from({ length: 15 }, (_, i): [string, (random: Random) => string] => [`random numbers of ${i + 5} digits`, random => `${1 + random(9)}${digits(random, i + 4)}`]),
  ...Array.from({ length: 126 }, (_, i): [string, (random: Random) => string] => [
    `random numbers of ${Math.floor(i / 9) + 6} digits that begin with ${i % 9 + 1}`, random => `${i % 9 + 1}${digits(random, Math.floor(i / 9) + 5)}`,
  ]),
  ...Array.from({ length: 12 }, (_, i): [string, (random: Random, row: number) => string] => [`running numbers of ${i + 5} digits`, (_random, row) => String(10 ** (i + 4) + 4321 + row)]),
  ['running numbers in steps of ten', (_, row) => String(5_000_000_000 + row * 10)],
  ['running numbers in steps of eleven', (_, row) => String(500_000_003 + row * 11)],
  ['timestamps in seconds', random => String(1_600_000_000 + random(90_000_000))],
  ['timestamps in milliseconds', random => String(1_600_000_000_000 + random(90_000_000) * 1000 + random(1000))],
  ['timestamps in microseconds', random => `${1_600_000_000 + random(90_000_000)}${digits(random, 6)}`],
  ['timestamps as digits', random => `${day(random)}${two(random(24))}${two(random(60))}${two(random(60))}`],
  ['timestamps as short digits', random => `${day(random).slice(2)}${two(random(24))}${two(random(60))}${two(random(60))}`],
  ['minutes as short digits', random => `${day(random).slice(2)}${two(random(24))}${two(random(60))}`],
  ['days as digits', random => day(random)],
  ['prices', random => `${random(900)}.${two(random(100))}`],
  ['big prices', random => `${1 + random(9)},${digits(random, 3)},${digits(random, 3)}.${two(random(100))}`],
  ['floats', random => `0.${digits(random, 9)}`],
  ['EAN-13', random => barcode(`40${digits(random, 10)}`)],
  ['EAN-8', random => barcode(`4${digits(random, 6)}`)],
  ['UPC-A', random => barcode(`0${digits(random, 10)}`)],
  ['GTIN-14', random => barcode(`1${digits(random, 12)}`)],
  ['ISBN-10', random => isbn10(`0${digits(random, 8)}`)],
  ['ISBN-13', random => barcode(`978${digits(random, 9)}`)],
  ['dated order numbers', (random, row) => `${day(random)}${String(1000 + row)}`],
  ['short dated order numbers', (random, row) => `${day(random).slice(2)}-${String(1000 + row)}`],
  ['order numbers', random => `ORD-${digits(random, 8)}`],
  ['part numbers', random => `${letters(random, 3)}${digits(random, 6)}`],
  ['part numbers with a hyphen', random => `${letters(random, 2)}-${digits(random, 4)}`],
  ['case numbers', random => `${two(random(100))}-${digits(random, 6)}`],
  ['lots', random => `${letters(random, 1)}${digits(random, 8)}`],
  ['versions', random => `${random(9)}.${random(20)}.${random(40)}`],
  ['commits', random => hex(random, 7)],
  ['object ids', random => hex(random, 24)],
  ['UUIDs', random => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`],
  ['digests', random => hex(random, 64)],
  ['zip codes', random => digits(random, 5)],
  ['ratings', random => '*'.repeat(1 + random(5))],
  ['accession numbers', random => `NM_${digits(random, 6)}.${random(5)}`],
  ['coordinates', random => `${random(90)}.${digits(random, 5)}`],
  ['sizes', random => `${random(40)}x${random(40)}`],
];

const classOf = (text: string): PresentClass => (/^(?:0|[1-9]\d{0,17})$/.test(text) ? 'integer' : /^\d+$/.test(text) ? 'digits' : /^\d+\.\d+$/.test(text) ? 'float' : 'text');

const valuesOf = (cell: (random: Random, row: number) => string, seed: number, rows: number): readonly NamedValue[] => {
  const random = randomNumbers(seed);
  const texts = Array.from({ length: rows }, (_, row) => cell(random, row));
  return [...new Set(texts)].map((text, i) => ({ text, class: classOf(text), hash: BigInt(i), count: 1, firstRecord: i }));
};

for (const name of ['value', 'id', 'number', 'code', 'ref_no']) {
  test(`a column ${name} of what only looks personal is not judged`, async () => {
    const find = evidenceFinder(detectors, { words: [name], people: false });
    const found = new Set<string>();
    for (const [what, cell] of LOOK_ALIKES) {
      for (const [seed, rows] of [64, 64, 64, 20, 20, 8, 5, 5, 3].entries()) {
        const [best] = await find(name, valuesOf(cell, seed, rows), {}) ?? [];
        if (best) found.add(`${what}: ${best.detector.id} (${best.grade}, ${best.matches} of ${best.looked})`);
      }
    }
    assert.deepEqual([...found], []);
  });
}
