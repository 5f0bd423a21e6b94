// Every editor feature of a description, in every standard: each document describes `leaves.csv` with the columns `id`, `width` and `kind`.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import type { CompletionItem, DocumentLink, DocumentSymbol, FoldingRange, Location, WorkspaceEdit } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

const DATA = `id,width,kind\n${Array.from({ length: 40 }, (_, i) => `${i},${i / 2},${i % 3 ? 'oak' : 'elm'}\n`).join('')}`;
const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

interface Sample {
  readonly file: string;
  readonly text: string;
  /** What the name of the column `width` stands in: the name is found in it. */
  readonly name: string;
  /** A property, and a word of its explanation. */
  readonly property: readonly [key: string, explained: RegExp, page: RegExp];
  /** The document with a cursor, and what is to be offered there. */
  readonly completions: readonly (readonly [find: string, replace: string, offered: string])[];
  /** Documents of the standard have links to their data. */
  readonly links: boolean;
}

const CONTEXT = { '@vocab': 'https://schema.org/', cr: 'http://mlcommons.org/croissant/', sc: 'https://schema.org/', recordSet: 'cr:recordSet', field: 'cr:field', dataType: { '@id': 'cr:dataType', '@type': '@vocab' }, source: 'cr:source', extract: 'cr:extract', column: 'cr:column', fileObject: 'cr:fileObject' };
const croissantField = (column: string, dataType: string) => ({ '@type': 'cr:Field', '@id': `r/${column}`, name: `f-${column}`, dataType, source: { fileObject: { '@id': 'leaves.csv' }, extract: { column } } });

const SAMPLES: Readonly<Record<string, Sample>> = {
  'Data Package': {
    file: 'datapackage.json',
    text: json({ name: 'p', resources: [{ name: 'leaves', path: 'leaves.csv', schema: { fields: [{ name: 'id', type: 'integer' }, { name: 'width', type: 'number' }, { name: 'kind', type: 'string' }], primaryKey: ['id'] } }] }),
    name: '"name": "width"', property: ['"primaryKey"', /tell rows apart/, /datapackage\.org\/standard\/table-schema/], links: true,
    completions: [['"type": "number"', '"type": "|"', 'integer'], ['"name": "width"', '"name": "|"', 'width'], ['"type": "number"', '"|"', 'constraints']],
  },
  'Data Package in YAML': {
    file: 'datapackage.yaml',
    text: 'name: p # ours\nresources:\n  - name: leaves\n    path: leaves.csv\n    schema:\n      fields:\n        - name: id\n          type: integer\n        - name: width # wide\n          type: number\n        - name: kind\n          type: string\n      primaryKey: [id]\n',
    name: 'name: width', property: ['primaryKey', /tell rows apart/, /datapackage\.org/], links: true,
    completions: [['type: number', 'type: |', 'integer'], ['name: width #', 'name: | #', 'width']],
  },
  CSVW: {
    file: 'leaves.csv-metadata.json',
    text: json({ '@context': 'http://www.w3.org/ns/csvw', url: 'leaves.csv', tableSchema: { columns: [{ name: 'id', titles: 'id', datatype: 'integer' }, { name: 'w', titles: 'width', datatype: 'decimal' }, { name: 'kind', titles: 'kind' }], primaryKey: 'id' } }),
    name: '"titles": "width"', property: ['"datatype"', /base, a format and bounds/, /w3\.org\/TR\/tabular-metadata\/#columns/], links: true,
    completions: [['"datatype": "decimal"', '"datatype": "|"', 'integer'], ['"titles": "width"', '"titles": "|"', 'width'], ['"datatype": "decimal"', '"|"', 'required']],
  },
  Croissant: {
    file: 'croissant.json',
    text: json({
      '@context': CONTEXT, '@type': 'sc:Dataset', name: 'leaves', conformsTo: 'http://mlcommons.org/croissant/1.0',
      distribution: [{ '@type': 'cr:FileObject', '@id': 'leaves.csv', contentUrl: 'leaves.csv', encodingFormat: 'text/csv' }],
      recordSet: [{ '@type': 'cr:RecordSet', '@id': 'r', field: [croissantField('id', 'sc:Integer'), croissantField('width', 'sc:Float'), croissantField('kind', 'sc:Text')] }],
    }),
    name: '"column": "width"', property: ['"encodingFormat"', /media type/, /docs\.mlcommons\.org\/croissant/], links: true,
    completions: [
      ['"dataType": "sc:Float"', '"dataType": "|"', 'cr:BoundingBox'], ['"column": "width"', '"column": "|"', 'width'], ['"dataType": "sc:Float"', '"|"', 'references'],
      ['"@id": "leaves.csv"\n            },\n            "extract": {\n              "column": "width"', '"@id": "|"\n            },\n            "extract": {\n              "column": "width"', 'leaves.csv'],
    ],
  },
  'Hugging Face card': {
    file: 'README.md',
    text: '---\nlicense: cc0-1.0\nconfigs:\n  - config_name: default\n    data_files:\n      - split: train\n        path: leaves.csv\ndataset_info:\n  features:\n    - name: id\n      dtype: int64\n    - name: width\n      dtype: float64\n    - name: kind\n      dtype: string\n---\n# Leaves\n',
    name: 'name: width', property: ['config_name', /this part is loaded/, /huggingface\.co\/docs\/hub/], links: true,
    completions: [['dtype: float64', 'dtype: |', 'float32'], ['name: width', 'name: |', 'width'], ['license: cc0-1.0', 'license: |', 'cc-by-4.0'], ['      dtype: float64', '      |', 'dtype']],
  },
  ODCS: {
    file: 'leaves.odcs.yaml',
    text: 'apiVersion: v3.1.0\nkind: DataContract\nid: leaves\nversion: 1.0.0\nstatus: active\nservers:\n  - server: here\n    type: local\n    path: leaves.csv\n    format: csv\nschema:\n  - name: leaves\n    properties:\n      - name: id\n        logicalType: integer\n      - name: width\n        logicalType: number\n        required: true\n      - name: kind\n        logicalType: string\n',
    name: 'name: width', property: ['logicalType', /What the values are/, /bitol-io\.github\.io/], links: true,
    completions: [['logicalType: number', 'logicalType: |', 'integer'], ['name: width', 'name: |', 'width'], ['        required: true', '        |', 'unique']],
  },
  'Data Contract': {
    file: 'datacontract.yaml',
    text: 'dataContractSpecification: 1.2.1\nid: leaves\ninfo:\n  title: Leaves\n  version: 1.0.0\nservers:\n  here:\n    type: local\n    path: leaves.csv\n    format: csv\nmodels:\n  leaves:\n    type: table\n    fields:\n      id:\n        type: integer\n        required: true\n      width:\n        type: double\n        required: true\n      kind:\n        type: string\n    primaryKey: [id]\n',
    name: 'width:', property: ['primaryKey', /tell rows apart/, /datacontract-specification\.com/], links: true,
    completions: [['type: double', 'type: |', 'decimal'], ['      width:\n        type: double\n        required: true\n', '      |\n', 'width'], ['        required: true\n      kind', '        |\n      kind', 'unique']],
  },
  Kaggle: {
    file: 'dataset-metadata.json',
    text: json({ title: 'Leaves of a garden', id: 'me/leaves', licenses: [{ name: 'CC0-1.0' }], resources: [{ path: 'leaves.csv', description: 'x', schema: { fields: [{ name: 'id', type: 'integer' }, { name: 'width', type: 'number' }, { name: 'kind', type: 'string' }] } }] }),
    name: '"name": "width"', property: ['"licenses"', /exactly one/, /Kaggle\/kaggle-api/], links: true,
    completions: [['"type": "number"', '"type": "|"', 'integer'], ['"name": "width"', '"name": "|"', 'width'], ['"type": "number"', '"|"', 'title']],
  },
  'LLaMA-Factory': {
    file: 'dataset_info.json',
    text: json({ leaves: { file_name: 'leaves.csv', formatting: 'alpaca', columns: { prompt: 'width', response: 'kind' } } }),
    name: '"prompt": "width"', property: ['"formatting"', /laid out/, /LLaMA-Factory/], links: true,
    completions: [['"formatting": "alpaca"', '"formatting": "|"', 'sharegpt'], ['"prompt": "width"', '"prompt": "|"', 'kind'], ['"formatting": "alpaca"', '"|"', 'ranking']],
  },
  'JSON Schema': {
    file: 'leaves.schema.json',
    text: json({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { id: { type: 'integer' }, width: { type: 'number', minimum: 0 }, kind: { enum: ['oak', 'elm'] } }, required: ['id', 'width'] }),
    name: '"width":', property: ['"minimum"', /least value/, /json-schema\.org/], links: false,
    completions: [['"type": "number"', '"type": "|"', 'integer'], ['"width": {\n      "type": "number",\n      "minimum": 0\n    }', '"|"', 'width'], ['"minimum": 0', '"|"', 'maximum'], ['"oak",', '"|",', 'elm']],
  },
};

const CAPABILITIES = {
  capabilities: { textDocument: { hover: { contentFormat: ['markdown'] }, rename: { prepareSupport: true } }, workspace: { workspaceEdit: { documentChanges: true } } },
};

/** A position some characters into the last place where a text stands. */
function placeOf(text: string, needle: string, plus = 0): { readonly line: number; readonly character: number } {
  const at = text.lastIndexOf(needle);
  assert.ok(at >= 0, needle);
  const before = text.slice(0, at + plus).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

async function opened({ file, text }: Pick<Sample, 'file' | 'text'>) {
  const folder = makeFolder({ 'leaves.csv': DATA, [file]: text, 'copy.datapackage.json': COPY });
  const client = await TestClient.start(folder.uri, CAPABILITIES);
  client.open(folder.at('leaves.csv'), DATA);
  client.open(folder.at(file), text, file.endsWith('.json') ? 'json' : 'yaml');
  await client.diagnostics(folder.at(file));
  await client.request('lintel/checkFile', { uri: folder.at('leaves.csv') });
  return { folder, client, uri: folder.at(file) };
}

/** A second description of the same data. */
const COPY = '{ "resources": [{ "name": "d", "path": "leaves.csv", "schema": { "fields": [{ "name": "id" }, { "name": "width" }, { "name": "kind" }] } }] }';

for (const [standard, sample] of Object.entries(SAMPLES)) {
  test(standard, async context => {
    const { text, name, property: [key, explained, page], completions, links } = sample;
    const { client, uri, folder } = await opened(sample);
    const data = folder.at('leaves.csv');
    const inName = placeOf(text, name, name.indexOf('width') + 2);
    const ask = <R>(method: string, document: string, position: object, more: object = {}): Promise<R> =>
      client.request(`textDocument/${method}`, { textDocument: { uri: document }, position, ...more });

    await context.test('hover explains a property with a link to the standard, and shows the column of a field as it is now', async () => {
      const at = async (position: object): Promise<string> => (await ask<{ contents: { value: string } } | null>('hover', uri, position))?.contents.value ?? '';
      const told = await at(placeOf(text, key, 2));
      assert.match(told, explained);
      assert.match(told, page);
      assert.match(await at(inName), /width.*column 2 of 3/);
    });

    await context.test('a field leads to its column and the column to its field', async () => {
      const to = await ask<Location | null>('definition', uri, inName);
      assert.deepEqual([to?.uri, to?.range], [data, { start: { line: 0, character: 3 }, end: { line: 0, character: 8 } }]);
      const back = await ask<Location | null>('definition', data, { line: 0, character: 4 });

      assert.ok(back !== null && [uri, folder.at('copy.datapackage.json')].includes(back.uri), JSON.stringify(back));
      if (back.uri === uri) assert.equal(back.range.start.line, inName.line);
    });

    await context.test('a column is renamed in its data and wherever a description names it', async () => {
      assert.equal((await ask<{ placeholder: string } | null>('prepareRename', uri, inName))?.placeholder, 'width');
      for (const [document, position] of [[uri, inName], [data, { line: 0, character: 4 }]] as const) {
        const edit = await ask<WorkspaceEdit>('rename', document, position, { newName: 'breadth' });
        const changes = new Map((edit.documentChanges ?? []).flatMap(change => ('edits' in change ? [[change.textDocument.uri, change.edits.map(one => ('newText' in one ? one.newText.replaceAll('"', '') : ''))] as const] : [])));
        assert.deepEqual(changes.get(data), ['breadth'], document);
        assert.ok(changes.get(uri), `${document}: ${JSON.stringify(edit)}`);
        assert.deepEqual(changes.get(uri), Array.from(changes.get(uri) ?? ['nothing'], () => 'breadth'));
        assert.deepEqual(changes.get(folder.at('copy.datapackage.json')), ['breadth'], JSON.stringify(edit));
      }
    });

    await context.test('an outline with the columns, parts that fold, and links to the data', async () => {
      const symbols = await ask<DocumentSymbol[]>('documentSymbol', uri, {});
      const field = symbols.flatMap(({ children = [] }) => children).find(child => child.name === 'width');
      assert.equal(field?.selectionRange.start.line, inName.line);
      const folds = await ask<FoldingRange[]>('foldingRange', uri, {});
      assert.ok(folds.length >= 2, String(folds.length));
      const found = await ask<DocumentLink[]>('documentLink', uri, {});
      assert.ok(!links || found.some(({ target }) => target === data), JSON.stringify(found));
    });

    await context.test('properties, closed lists and names of the data are offered', async () => {
      for (const [i, [find, replace, offered]] of completions.entries()) {
        const at = text.lastIndexOf(find);
        assert.ok(at >= 0, find);
        const marked = text.slice(0, at) + replace + text.slice(at + find.length);
        client.notify('textDocument/didChange', { textDocument: { uri, version: i + 2 }, contentChanges: [{ text: marked.replace('|', '') }] });
        const items = await ask<readonly CompletionItem[] | null>('completion', uri, placeOf(marked, '|'));
        assert.ok(items?.some(({ label }) => label === offered), `${offered} in ${JSON.stringify(items?.map(({ label }) => label))} for ${replace}`);
      }
    });
    await client.stop();
  });
}
