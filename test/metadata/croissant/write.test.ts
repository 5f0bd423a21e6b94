import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Description } from '../../../server/src/core/description.ts';
import croissant from '../../../server/src/metadata/croissant/standard.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { descriptions } from '../arbitraries.ts';

const written = (description: Description): { readonly text: string; readonly lost: readonly string[] } => {
  const { text, lost } = croissant.write?.(description) ?? { text: '', lost: [] };
  return { text, lost: lost.map(message => renderMessage(message, { locale: 'en' })) };
};

const NODE: readonly string[] = [];
const DIGEST = { value: { algorithm: 'sha256', digits: 'ab'.repeat(32) }, node: NODE } as const;

const TREES: Description = {
  name: 'trees', description: 'Heights.', homepage: 'https://example.org', version: '1.0.0', created: '2026-03-01', creators: ['Ada'], licences: [{ id: 'CC0-1.0', node: NODE }],
  resources: [
    {
      name: 'species', paths: ['species.csv'], hash: DIGEST, node: NODE, fieldsMatch: 'exact', primaryKey: ['code'],
      fields: [{ name: 'code', type: 'string', constraints: {}, node: NODE }],
    },
    {
      name: 'trees', paths: ['data/trees.csv'], hash: DIGEST, bytes: { value: 120, node: NODE }, node: NODE, fieldsMatch: 'exact',
      foreignKeys: [{ fields: ['species'], resource: 'species', reference: ['code'], node: NODE }],
      fields: [
        { name: 'species', type: 'string', constraints: {}, node: NODE }, { name: 'the height', type: 'number', constraints: { minimum: 0 }, unit: 'm', node: NODE },
        { name: 'seen', type: 'date', format: '%d.%m.%Y', constraints: {}, node: NODE }, { name: 'state', type: 'string', constraints: { enum: ['sound', 'ill'] }, node: NODE },
        { name: 'part', type: 'string', constraints: {}, node: NODE },
      ],
    },
  ],
  ml: { target: 'the height', splits: { column: 'part', parts: { train: ['a'], test: ['b'] }, rows: {}, node: NODE }, node: NODE },
};

test('what is written is read back, and what is lost is listed', () => {
  const { text, lost } = written(TREES);
  const { description, complaints } = croissant.read(text, 'croissant.json');
  assert.deepEqual(complaints.map(({ kind, message }) => [kind, renderMessage(message, { locale: 'en' })]), [['recommended', '‘citeAs’ should be given here']]);
  assert.deepEqual(lost, ['‘minimum’ of ‘the height’', 'The unit of ‘the height’']);
  const [species, trees] = description?.resources ?? [];
  assert.deepEqual([species?.primaryKey, trees?.paths, trees?.bytes?.value, trees?.hash?.value.digits], [['code'], ['data/trees.csv'], 120, DIGEST.value.digits]);
  assert.deepEqual(trees?.foreignKeys?.map(({ fields, resource, reference }) => [fields, resource, reference]), [[['species'], 'species', ['code']]]);
  assert.deepEqual(trees?.fields.map(({ name, type, format, constraints }) => [name, type, format, constraints.enum]), [
    ['species', 'string', undefined, undefined], ['the height', 'number', undefined, undefined], ['seen', 'date', '%d.%m.%Y', undefined],
    ['state', 'string', undefined, ['sound', 'ill']], ['part', 'string', undefined, ['a', 'b']],
  ]);
  assert.deepEqual([description?.ml?.target, description?.ml?.splits?.column, description?.ml?.splits?.parts], ['the height', 'part', { train: ['a'], test: ['b'] }]);
  assert.deepEqual([description?.creators, description?.licences?.[0]?.id, description?.created], [['Ada'], 'CC0-1.0', '2026-03-01']);
});

test('a table without a digest and one of several files say what is missing', () => {
  const node = NODE;
  const { text, lost } = written({ name: 'a', resources: [{ name: 'x', paths: ['x.csv'], fields: [], node }, { name: 'y', paths: ['y1.csv', 'y2.csv'], fields: [{ name: 'c', type: 'any', constraints: {}, node }], fieldsMatch: 'exact', node }] });
  assert.deepEqual(lost, ['Croissant wants a digest of ‘x’ and none is known']);
  const { resources = [] } = croissant.read(text, 'croissant.json').description ?? {};
  assert.deepEqual(resources.map(({ paths, globs }) => [paths, globs]), [[['x.csv'], undefined], [['y1.csv', 'y2.csv'], true]]);
});

test('whatever is written, its references lead somewhere and its columns are those of the description', () => {
  fc.assert(fc.property(descriptions, description => {
    const { description: again, complaints } = croissant.read(written(description).text, 'croissant.json');
    const wrong = complaints.filter(({ kind, part, message }) => kind === 'reference' || kind === 'syntax' || (kind === 'schema' && !(part === 'key' && message.template.includes('missing'))));
    assert.deepEqual(wrong.filter(({ path }) => !['datePublished', 'dateModified', 'url'].includes(String(path[0]))).map(({ path, message }) => [path, message.template]), []);
    const names = (one: Description | undefined): readonly (readonly string[])[] => (one?.resources ?? []).map(({ fields }) => [...new Set(fields.map(({ name }) => name))]);
    assert.deepEqual(names(again), names(description));
  }), { numRuns: 300 });
});
