import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { sourceOf } from '../harness/check.ts';

/** What is told of columns that are called `c1`, `c2` and so on, by the rows below them; a hyphen where nothing is. */
const told = (...rows: readonly string[]): Promise<string> =>
  toldUnder((rows[0] ?? '').split(',').map((_, i) => `c${i + 1}`).join(','), rows);

async function toldUnder(header: string, rows: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode([header, ...rows, ''].join('\n'));
  const declared = { delimiter: ',', quote: '"', header: true };
  const checked = await checkTable({ uri: 'file:///x.csv', format: csv, source: sourceOf(bytes), declared, rules: [], configuration: DEFAULT_CONFIGURATION, kernel: createKernel() });
  return (checked?.table?.columns ?? []).map(({ evidence: [best] }) => best?.detector.id ?? '-').join(' ');
}

test('a street tells the town, the town the state and the postal code, in five rows', async () => {
  assert.equal(await told(
    '7,12 Elm Street,Dallas,TX,75201,4.5', '8,9 Oak Avenue,Houston,TX,77002,3.9', '9,310 Main Road,Phoenix,AZ,85004,4.1',
    '11,77 Lake Drive,Denver,CO,80203,4.8', '14,5 Hill Lane,Boston,MA,02108,3.2',
  ), '- street-address city region postal-code -');
});

test('the same numbers and codes beside prices are nothing', async () => {
  assert.equal(await told('TX,75201,4.5', 'TX,77002,3.9', 'AZ,85004,4.1', 'CO,80203,4.8', 'MA,12108,3.2'), '- - -');
});

test('names that no list knows are in the e-mail addresses beside them', async () => {
  assert.equal(await told(
    'Qwelda,Drumphel,qwelda.drumphel@example.org', 'Orsken,Vadroth,o.vadroth@example.org', 'Zilmar,Kethwyn,zilmar.k@example.org',
    'Ubrel,Snorvald,ubrel.snorvald@example.org', 'Fennik,Aldermoq,fennik.aldermoq@example.org',
  ), 'given-name family-name email');
});

test('the earliest dates beside names are those of births, years close together are not', async () => {
  const rows = [
    'Anna Schmidt,1971-03-04,2019-05-06', 'Peter Clark,1985-11-20,2019-05-09', 'Maria Garcia,1990-07-15,2020-01-02',
    'John Smith,1962-01-30,2020-02-11', 'Laura Wilson,1979-09-09,2020-03-30',
  ];
  assert.equal(await told(...rows), 'person-name birth-date -');
  assert.equal(await told(...rows.map(row => row.replace(/,\d{4}/, ',2018'))), 'person-name - -');
});

test('two columns of degrees are a place, three are measures', async () => {
  const rows = [
    'Anna Schmidt,52.5200,13.4050', 'Peter Clark,48.1351,11.5820', 'Maria Garcia,50.1109,8.6821', 'John Smith,53.5511,9.9937',
    'Laura Wilson,51.2277,6.7735',
  ];
  assert.equal(await told(...rows), 'person-name precise-location precise-location');
  assert.equal(await told(...rows.map((row, i) => `${row},${i}.1234`)), 'person-name - - -');
});

test('numbers that are given out one after another are no telephones', async () => {
  const names = ['Anna Schmidt', 'Peter Clark', 'Maria Garcia', 'John Smith', 'Laura Wilson'];
  assert.equal(await told(...names.map((name, i) => `${name},${1000000001 + i}`)), 'person-name -');
  const phones = [8322010158, 9004382050, 8737740598, 6594221991, 9118538547];
  assert.equal(await told(...names.map((name, i) => `${name},${phones[i]}`)), 'person-name national-phone');
});

test('of two columns that may be it equally neither is taken', async () => {
  const names = ['Anna Schmidt', 'Peter Clark', 'Maria Garcia', 'John Smith', 'Laura Wilson', 'Emily Brown'];
  const one = names.map((name, i) => `${name},x${i % 2},${[23, 35, 41, 52, 67, 30][i]}`);
  assert.equal(await told(...one), 'person-name - age');
  assert.equal(await told(...one.map((row, i) => `${[33, 25, 61, 42, 57, 38][i]},q${i % 2},${row}`)), '- - person-name - -');
});

test('invented names of columns and none at all say as little', async () => {
  const rows = ['Anna,Schmidt,Berlin', 'Peter,Clark,London', 'Maria,Garcia,Madrid', 'John,Wilson,Paris', 'Laura,Weber,Hamburg'];
  assert.equal(await told(...rows), 'given-name family-name city');
  for (const names of ['column 1,column 2,column 3', 'field_1,field_2,field_3', 'V1,V2,V3', 'Unnamed: 0,Unnamed: 1,Unnamed: 2']) {
    assert.equal(await toldUnder(names, rows), 'given-name family-name city', names);
  }
});

test('numbers that fail their check are what their column is called, and nothing without its name', async () => {
  const cards = ['5314574774112591', '5410033003668251', '5270254082243371', '5514830264595361', '5282418605703001'];
  assert.equal(await toldUnder('card_number', cards), 'payment-card');
  assert.equal(await toldUnder('c1', cards), '-');
});

test('a table turns out to be about people when its names are told', async () => {
  const rows = [
    'Budi Santoso,Islam,Surabaya', 'Siti Nurhaliza,Islam,Bandung', 'Agus Setiawan,Islam,Semarang', 'Maria Simanjuntak,Kristen,Medan',
    'Joko Susilo,Hindu,Denpasar',
  ];
  assert.match(await told(...rows), /^(?:named-person|person-name) \S+ city$/);
});
