import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules } from '../../server/src/engine/registry.ts';
import { checkDataset } from '../harness/dataset.ts';
import { KERNELS } from '../harness/kernels.ts';

/** Everything a check says by default. What a column may hold of persons is another matter. */
const rules = allRules.filter(({ enabled, heavy, id }) => enabled && !heavy && id !== 'unannotated-personal-data');

const TOWNS = ['Berlin', 'Hamburg', 'Munich', 'Cologne', 'Leipzig'];
/** Rows of a clean table, some of them written by hand: a key, a town, a whole number, a measurement, a day. */
function tableWith(changes: Readonly<Record<number, string>>, rows = 60): string {
  const lines = Array.from({ length: rows }, (_, i) => changes[i] ?? rowOf(i));
  return `code,town,level,score,day\n${lines.join('\n')}\n`;
}
const rowOf = (i: number): string => `A${i * 7 + 1013},${TOWNS[i * 7 % 5]},${20 + i * 13 % 50},${(40 + i * 29 % 83 / 4).toFixed(2)},2023-${two(1 + i % 12)}-${two(1 + i * 11 % 28)}`;
const two = (n: number): string => String(n).padStart(2, '0');
const jsonRow = (i: number, town: string): string => `{"code": "A${i * 7 + 1013}", "town": "${town}", "level": ${20 + i * 13 % 50}}`;
const jsonWith = (changes: Readonly<Record<number, string>>): string =>
  Array.from({ length: 60 }, (_, i) => `${jsonRow(i, changes[i] ?? TOWNS[i * 7 % 5] ?? '')}\n`).join('');

/** A file with one offence, and all that may be said of it: rule, line and character, each from 1. */
const FILES: Readonly<Record<string, readonly [name: string, text: string, said: readonly string[]]>> = {
  'nothing wrong': ['data.csv', tableWith({}), []],
  'nothing wrong in JSON Lines': ['data.jsonl', jsonWith({}), []],
  'a quote that nothing closes': ['data.csv', tableWith({ 4: rowOf(4).replace(',', ',"') }), ['unclosed-quote 6:7']],
  'the header once more': ['data.csv', tableWith({ 30: 'code,town,level,score,day' }), ['repeated-header 32:1']],
  'a carriage return': ['data.csv', tableWith({ 9: rowOf(9).replace('2023-', '2023\r-') }), ['mixed-line-ends 11:28']],
  'UTF-8 that was read as Latin-1': ['data.csv', tableWith({ 4: rowOf(4).replace(/,\w+,/, ',å\u008c\u0097äº¬,') }), ['mojibake 6:7']],
  'a mark of byte order behind a value': ['data.csv', tableWith({ 4: rowOf(4).replace(/,(\w+),/, ',$1\ufeff,') }), ['invisible-character 6:14']],
  'the error of a spreadsheet': ['data.csv', tableWith({ 4: rowOf(4).replace(/\d\d\.\d\d/, '####') }), ['spreadsheet-damage 6:18']],
  'a zero-width space in JSON': ['data.jsonl', jsonWith({ 4: 'Ham\u200bburg' }), ['invisible-character 5:31']],
  'half a character in JSON': ['data.jsonl', jsonWith({ 4: 'Hamburg\\ud83d' }), ['lone-surrogate 5:35']],
  'a mark of byte order before JSON': ['data.jsonl', `\ufeff${jsonWith({})}`, ['bom 1:1']],
};

for (const [name, [file, text, said]] of Object.entries(FILES)) {
  test(`said once: ${name}`, async () => {
    const findings = await checkDataset(new Map([[file, { bytes: new TextEncoder().encode(text) }]]), rules, KERNELS.kernel);
    const found = findings.flatMap(({ rule, spots }) => spots.map(({ range: { start } }) => `${rule} ${start.line + 1}:${start.character + 1}`));
    assert.deepEqual(found, said);
  });
}
