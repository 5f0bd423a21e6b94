import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allRules } from '../../../server/src/engine/registry.ts';
import type { Cut } from '../../harness/check.ts';
import { textIn } from '../support.ts';
import csvw from '../../../server/src/metadata/csvw/standard.ts';
import { CONTEXT, findingsIn } from './support.ts';

const COLUMNS = [{ name: 'id', titles: 'id' }, { name: 'planted', titles: 'planted', datatype: { base: 'date', format: 'M/d/yyyy' } }, { name: 'kind', titles: 'kind' }];

/** What is wrong in a table read by a dialect: each rule with the text its finding stands at. */
async function wrongIn(csv: string, dialect: object, columns: readonly object[] = COLUMNS, more: object = {}, cut: Cut = 'whole'): Promise<readonly string[]> {
  const found = await findingsIn({ 't.csv-metadata.json': { '@context': CONTEXT, url: 't.csv', dialect, tableSchema: { columns, ...more } }, 't.csv': csv }, cut);
  return found.filter(({ severity, primary }) => (severity === 'error' || severity === 'warning') && primary.uri.endsWith('.csv'))
    .map(({ rule, primary, spots }) => `${rule} ${(spots.length > 0 ? spots : [primary]).map(({ range }) => textIn(csv, range)).join('|')}`);
}

const withCell = (column: number, more: object): readonly object[] => COLUMNS.map((each, i) => (i === column ? { ...each, ...more } : each));

test('columns that are skipped are there and said nothing of', async () => {
  const csv = 'no,note,id,planted,kind\n1,x,7,6/2/2010,oak\n2,,8,10/18/2010,elm\n';
  assert.deepEqual(await wrongIn(csv, { skipColumns: 2 }), []);
  assert.deepEqual(await wrongIn(csv.replace('6/2', '31/2'), { skipColumns: 2 }), ['type-error 31/2/2010']);
  assert.deepEqual(await wrongIn(csv, { skipColumns: 2 }, COLUMNS, { primaryKey: 'id' }), []);
  assert.deepEqual(await wrongIn(csv.replace('8,', '7,'), { skipColumns: 2 }, COLUMNS, { primaryKey: 'id' }), ['repeated-key 7']);
  assert.deepEqual(await wrongIn(csv, { skipColumns: 1 }), ['extra-column note']);
  assert.deepEqual(await wrongIn(csv.slice(csv.indexOf('\n') + 1).replace('6/2', '31/2'), { skipColumns: 2, header: false }), ['type-error 31/2/2010']);
});

test('a header of several rows names a column by any of them', async () => {
  const csv = 'id,planted,sort\n(number),(day),kind\n7,6/2/2010,oak\n8,10/18/2010,elm\n';
  assert.deepEqual(await wrongIn(csv, { headerRowCount: 2 }), []);
  assert.deepEqual(await wrongIn(csv.replace('10/18', '18/10'), { headerRowCount: 2 }), ['type-error 18/10/2010']);
  assert.deepEqual(await wrongIn(csv.replace('kind', 'tree'), { headerRowCount: 2 }), ['missing-column sort']);
  assert.deepEqual(await wrongIn(`a\nb\n${csv}`, { headerRowCount: 2, skipRows: 2 }), []);
});

test('comments are no rows, wherever they stand and whatever they hold', async () => {
  const dialect = { commentPrefix: '#' };
  for (const end of ['\n', '\r\n']) {
    const lines = ['# by hand', 'id,planted,kind', '# "quoted", and more, than there are, columns', '7,6/2/2010,oak', '#', '8,10/18/2010,elm', '# the end'];
    const csv = lines.map(line => line + end).join('');
    assert.deepEqual(await wrongIn(csv, dialect, withCell(0, { required: true }), { primaryKey: 'id' }), []);
    assert.deepEqual(await wrongIn(csv.replace('10/18', '18/10'), dialect), ['type-error 18/10/2010']);
    assert.deepEqual(await wrongIn(csv.trimEnd(), dialect), []);
    assert.deepEqual(await wrongIn(csv.replace('#', '-'), { ...dialect, skipRows: 1 }), []);
  }
  assert.deepEqual(await wrongIn('id,planted,kind\n7,6/2/2010,"oak\n# and elm"\n8,6/3/2010,elm\n', dialect), []);
  assert.deepEqual(await wrongIn('id,planted,kind\n7,6/2/2010,"oak\n# or elm"\n8,13/2/2010,elm\n', dialect), ['type-error 13/2/2010']);
});

test('comments between the cells of a single column are not told from empty ones, so that table is not compared', async () => {
  const found = await findingsIn({
    't.csv-metadata.json': { '@context': CONTEXT, url: 't.csv', dialect: { commentPrefix: '#' }, tableSchema: { columns: [{ titles: 'id', required: true }] } }, 't.csv': 'id\n1\n# x\n2\n',
  });
  assert.deepEqual(found.map(({ rule, severity }) => [rule, severity]), [['unchecked-reference', 'hint']]);
});

test('a dialect is written as it was read, with columns that are skipped as columns without a name', () => {
  const dialect = { delimiter: ';', quoteChar: null, skipRows: 1, headerRowCount: 2, commentPrefix: '%', skipBlankRows: true, trim: 'end', skipColumns: 1 };
  const { description } = csvw.read(JSON.stringify({ '@context': CONTEXT, url: 't.csv', dialect, tableSchema: { columns: [{ name: 'a', titles: 'a' }] } }), 't.csv-metadata.json');
  const written = JSON.parse((description && csvw.write?.(description).text) ?? '{}');
  const { skipColumns: _, ...others } = dialect;
  assert.deepEqual(written.dialect, { ...others, header: true });
  assert.deepEqual(written.tableSchema.columns, [{}, { name: 'a', titles: 'a' }]);
});

test('nothing else is found in comments either, and what is beside them stays where it is', async () => {
  const metadata = { '@context': CONTEXT, url: 't.csv', dialect: { commentPrefix: '#' }, tableSchema: { columns: COLUMNS } };
  const shapes = allRules.filter(({ scope }) => scope === 'document');
  for (const end of ['\n', '\r\n']) {
    const csv = ['# by hand', 'id,planted,kind', '# "quoted", and more', '7,6/2/2010,oak', '', '# again', '8,6/3/2010', '# at last'].join(end) + end;
    const found = await findingsIn({ 't.csv-metadata.json': metadata, 't.csv': csv }, 'whole', shapes);
    assert.deepEqual(found.map(({ rule, primary }) => [rule, primary.range.start.line]), [['blank-row', 4], ['ragged-row', 6]]);
  }
});

test('rows of empty cells are no rows where the dialect skips them', async () => {
  const csv = 'id,planted,kind\n,,\n7,6/2/2010,oak\n , ,\n8,6/3/2010,elm\n';
  const required = withCell(0, { required: true });
  assert.deepEqual(await wrongIn(csv, { skipBlankRows: true }, required), []);
  assert.deepEqual((await wrongIn(csv, {}, required)).length > 0, true);
  assert.deepEqual(await wrongIn(csv.replace('6/3', '31/3'), { skipBlankRows: true }, required), ['type-error 31/3/2010']);
});

test('spaces are taken off cells without quotes, at the sides the dialect names', async () => {
  const kinds = withCell(2, { datatype: { base: 'string', format: '^[a-z]{3}$' } });
  const both = ' id , planted , kind \n 7 , 6/2/2010 , oak \n 8 , 6/3/2010 ,"elm"\n';
  assert.deepEqual(await wrongIn(both, { trim: true }, kinds), []);
  assert.deepEqual(await wrongIn(both.replace(' oak ', ' oaks '), { trim: true }, kinds), ['pattern-mismatch oaks']);
  assert.deepEqual(await wrongIn(both.replace('"elm"', '" elm"'), { trim: true }, kinds), ['pattern-mismatch  elm']);
  assert.deepEqual(await wrongIn(both.replace('"elm"', ' "elm" '), { trim: true }, kinds), []);
  assert.deepEqual(await wrongIn(both, { trim: false }, kinds), ['missing-column  id ', 'missing-column  planted ', 'missing-column  kind ']);
  const before = both.replace(/ +(?=[,\n])/g, '');
  for (const dialect of [{ trim: 'start' }, { skipInitialSpace: true }]) assert.deepEqual(await wrongIn(before, dialect, kinds), []);
  assert.deepEqual(await wrongIn(before, { skipInitialSpace: true, trim: 'end' }, withCell(2, {})), ['missing-column  id', 'missing-column  planted', 'missing-column  kind']);
  assert.deepEqual(await wrongIn(both.replace(/(^|,) +/gm, '$1'), { trim: 'end' }, kinds), []);
});

test('a table with comments and rows of nothing in it is wrong where the table without them is', async () => {
  const row = fc.tuple(fc.constantFrom('1', '2', '3', ''), fc.constantFrom('6/2/2010', '31/2/2010', ''), fc.constantFrom('oak', '"el, m"', '"two\nlines"')).map(cells => cells.join());
  const idle = fc.constantFrom('#', '# a, b', '#"', ',,', ' , ,', '#,,,,');
  const lines = fc.array(fc.oneof(row.map(text => ({ text, isRow: true })), idle.map(text => ({ text, isRow: false }))), { minLength: 1, maxLength: 12 });
  await fc.assert(fc.asyncProperty(lines, fc.constantFrom('\n', '\r\n'), fc.constantFrom('whole', 'bytes'), async (body, end, cut) => {
    const csv = (some: typeof body): string => [{ text: 'id,planted,kind' }, ...some].map(({ text }) => text + end).join('');
    const rows = body.filter(({ isRow }) => isRow);
    const [key, required] = [{ primaryKey: 'id' }, withCell(0, { required: true })];
    const dialect = { commentPrefix: '#', skipBlankRows: true };
    const wrong = rows.length === 0 ? [] : await wrongIn(csv(rows), dialect, required, key);
    assert.deepEqual(rows.length === 0 ? [] : await wrongIn(csv(body), dialect, required, key, cut), wrong);
  }), { numRuns: 40 });
});
