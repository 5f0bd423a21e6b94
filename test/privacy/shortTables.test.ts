import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { checkTable } from '../../server/src/engine/check.ts';
import csv from '../../server/src/formats/csv/format.ts';
import { createKernel } from '../../server/src/kernel/kernel.ts';
import { sourceOf } from '../harness/check.ts';

const kernel = createKernel();

/** What each column of a table is held for: the surest detector and its grade, or a dash. */
async function judged(header: string, rows: readonly string[]): Promise<readonly string[]> {
  const bytes = new TextEncoder().encode(`${[header, ...rows].join('\n')}\n`);
  const declared = { delimiter: ',', quote: '"', header: true };
  const checked = await checkTable({ uri: 'file:///x.csv', format: csv, source: sourceOf(bytes), declared, rules: [], configuration: DEFAULT_CONFIGURATION, kernel });
  return (checked?.table?.columns ?? []).map(({ evidence: [best] }) => (best ? `${best.detector.id} ${best.grade}` : '-'));
}

const FIVE = [
  'Anna Schmidt,1984-03-12,41,10115,Berlin,3', 'Jonas Weber,1991-11-02,34,20095,Hamburg,1', 'Mia Fischer,1978-07-29,47,80331,München,2',
  'Paul Wagner,2001-01-17,24,50667,Köln,5', 'Lena Becker,1969-09-08,56,60311,Frankfurt,1',
];

test('five rows are enough to say something, with names and without', async () => {
  assert.deepEqual(await judged('full_name,dob,age,zip,city,orders', FIVE), ['person-name high', 'birth-date medium', 'age low', 'postal-code low', 'city low', '-']);
  assert.deepEqual(await judged('c1,c2,c3,c4,c5,c6', FIVE), ['person-name low', 'birth-date low', 'age low', 'postal-code low', 'city low', '-']);
});

test('where most cells are missing the name still counts', async () => {
  const rows = FIVE.map((row, i) => (i < 3 ? row.replace(/,\d{5},[^,]+/, ',,') : row));
  assert.deepEqual((await judged('full_name,dob,age,zip,city,orders', rows)).slice(3, 5), ['postal-code low', 'city low']);
});

test('rows of surveys are persons although nothing names them; rows about animals and houses are not', async () => {
  const survey = ['34,1,married,White,12', '51,2,single,Black,16', '27,2,divorced,White,14', '43,1,widowed,Asian,9'];
  assert.deepEqual(await judged('age,sex,marital_status,race,educ', survey), ['age low', 'gender low', 'marital-status low', 'ethnicity low', 'education low']);
  assert.deepEqual(await judged('age,sex,weight,pen', ['3,M,31,1', '4,F,28,2', '3,F,30,2', '5,M,35,1']), ['age low', 'gender low', '-', '-']);
  assert.deepEqual(await judged('age,sex,weight,breed', ['3,M,31,a', '4,F,28,b', '3,F,30,b', '5,M,35,a']), ['-', '-', '-', '-']);
  assert.deepEqual(await judged('age,rooms,price', ['34,3,200', '51,4,310', '27,2,180', '43,5,400']), ['-', '-', '-']);
});

test('a word that rules a type out does not where it is part of its name', async () => {
  const rows = ['married,a@example.com,yes', 'single,b@example.com,no', 'divorced,c@example.com,yes', 'married,d@example.com,no'];
  assert.deepEqual(await judged('marital_status,email,email_status', rows), ['marital-status low', 'email high', '-']);
});
