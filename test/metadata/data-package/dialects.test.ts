import assert from 'node:assert/strict';
import { test } from 'node:test';
import csvw from '../../../server/src/metadata/csvw/standard.ts';
import dataPackage from '../../../server/src/metadata/data-package/standard.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { textIn } from '../support.ts';
import { CONTEXT, findingsIn } from '../csvw/support.ts';

const FIELDS = [{ name: 'id', type: 'integer' }, { name: 'planted', type: 'date' }, { name: 'kind', type: 'string' }];

async function wrongIn(csv: string, dialect: object, fields: readonly object[] = FIELDS): Promise<readonly string[]> {
  const found = await findingsIn({ 'datapackage.json': { resources: [{ name: 't', path: 't.csv', dialect, schema: { fields } }] }, 't.csv': csv });
  return found.filter(({ severity, primary }) => severity === 'error' && primary.uri.endsWith('.csv'))
    .map(({ rule, primary, spots }) => `${rule} ${(spots.length > 0 ? spots : [primary]).map(({ range }) => textIn(csv, range)).join('|')}`);
}

test('lines that begin with the comment character are no rows', async () => {
  const csv = '# by hand\nid,planted,kind\n# a break, of an hour\n1,2024-05-01,oak\n2,2024-05-02,elm\n';
  assert.deepEqual(await wrongIn(csv, { commentChar: '#' }), []);
  assert.deepEqual(await wrongIn(csv.replace('\n2,', '\nb,'), { commentChar: '#' }), ['type-error b']);
});

test('a header of several rows names fields by either, or by both together', async () => {
  const csv = 'id,planted,tree\n,,kind\n1,2024-05-01,oak\n2,2024-05-02,elm\n';
  for (const name of ['tree', 'kind', 'tree kind']) {
    assert.deepEqual(await wrongIn(csv, { headerRows: [1, 2] }, FIELDS.map((field, i) => (i === 2 ? { ...field, name } : field))), []);
  }
  assert.deepEqual(await wrongIn(csv.replace('1,2024', 'a,2024'), { headerRows: [1, 2] }, FIELDS.map((field, i) => (i === 2 ? { ...field, name: 'kind' } : field))), ['type-error a']);
});

test('spaces behind a delimiter are no part of the cell where the dialect says so', async () => {
  const kinds = FIELDS.map((field, i) => (i === 2 ? { ...field, constraints: { enum: ['oak', 'elm'] } } : field));
  const csv = 'id, planted, kind\n1, 2024-05-01, oak\n2, 2024-05-02, "elm"\n';
  assert.deepEqual(await wrongIn(csv, { skipInitialSpace: true }, kinds), []);
  assert.deepEqual(await wrongIn(csv.replace('oak', 'ash'), { skipInitialSpace: true }, kinds), ['value-not-in-enum ash']);
});

test('a dialect of CSVW is carried over, and what has no words here is named as lost', () => {
  const columns = [{ titles: 'id' }, { titles: 'kind' }];
  const of = (dialect: object): readonly [dialect: unknown, lost: readonly string[]] => {
    const { description } = csvw.read(JSON.stringify({ '@context': CONTEXT, url: 't.csv', dialect, tableSchema: { columns } }), 't.csv-metadata.json');
    const written = description && dataPackage.write?.(description);
    return [JSON.parse(written?.text ?? '{}').resources?.[0]?.dialect, (written?.lost ?? []).map(message => renderMessage(message, { locale: 'en' }))];
  };
  assert.deepEqual(of({ commentPrefix: '#', skipRows: 1, headerRowCount: 2 }), [{ delimiter: ',', header: true, headerRows: [2, 3], commentChar: '#' }, []]);
  assert.deepEqual(of({ skipInitialSpace: true, quoteChar: null }), [{ delimiter: ',', skipInitialSpace: true }, []]);
  assert.deepEqual(of({ trim: true, skipBlankRows: true })[1], ['‘trim’ of the resource ‘t.csv’', '‘skipBlankRows’ of the resource ‘t.csv’']);
});
