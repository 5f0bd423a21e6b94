import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { stringify } from 'yaml';
import type { Json } from '../../server/src/core/problem.ts';
import { mergeDescription } from '../../server/src/engine/mergeDescription.ts';
import { readDocument } from '../../server/src/metadata/document/document.ts';
import { writePackage } from '../../server/src/metadata/data-package/write.ts';
import { toJson } from '../../server/src/util/json.ts';
import { descriptions, values } from './arbitraries.ts';

/** Whether everything of a value is in another one: keys with what they hold, items in their order. */
function isWithin(old: Json | undefined, merged: Json | undefined): boolean {
  if (typeof old !== 'object' || old === null) return old === merged;
  if (typeof merged !== 'object' || merged === null) return false;
  if (Array.isArray(old)) {
    let at = 0;
    return Array.isArray(merged) && old.every((item: Json) => {
      while (at < merged.length && !isWithin(item, merged[at])) at++;
      return at++ < merged.length;
    });
  }
  const [before, after] = [new Map(Object.entries(old)), new Map(Object.entries(merged))];
  return !Array.isArray(merged) && [...before].every(([key, item]) => isWithin(item, after.get(key)));
}

const draftOf = (text: string): Json => toJson(JSON.parse(text)) ?? null;

test('nothing of a description is lost when a draft is merged into it, and merging again changes nothing', () => {
  fc.assert(fc.property(descriptions, descriptions, fc.boolean(), (old, fresh, isYaml) => {
    const before = draftOf(writePackage(old).text);
    const [text, name] = isYaml ? [stringify(before, { aliasDuplicateObjects: false }), 'datapackage.yaml'] : [JSON.stringify(before, null, 2), 'datapackage.json'];
    const merged = mergeDescription(text, name, draftOf(writePackage(fresh).text));
    assert.deepEqual(readDocument(merged, name).problems, []);
    assert.ok(isWithin(before, readDocument(merged, name).value), merged);
    assert.equal(mergeDescription(merged, name, draftOf(writePackage(fresh).text)), merged);
  }), { numRuns: 100 });
});

test('whatever is there stays where it is no package', () => {
  fc.assert(fc.property(values, descriptions, (value, fresh) => {
    const text = JSON.stringify(value);
    const merged = mergeDescription(text, 'datapackage.json', draftOf(writePackage(fresh).text));
    assert.ok(isWithin(value, readDocument(merged, 'datapackage.json').value), merged);
  }), { numRuns: 100 });
});

test('new columns get their fields in their places; comments and hand-written parts stay', () => {
  const text = '# ours\nname: p\nresources:\n  - name: mine\n    path: ./a.csv # the file\n    schema:\n      fields:\n        - name: id\n          title: The key\n        - name: c\n          type: any\n';
  const draft = { name: 'q', resources: [{ name: 'a', path: 'a.csv', encoding: 'gbk', schema: { fields: [{ name: 'id', type: 'integer' }, { name: 'b' }, { name: 'c', type: 'string' }, { name: 'd' }] } }], ml: { target: 'd' } };
  assert.equal(mergeDescription(text, 'datapackage.yaml', draft), text
    .replace('        - name: c\n', '        - {name: b}\n        - name: c\n')
    .replace('          type: any\n', '          type: any\n        - {name: d}\n    encoding: gbk\nml: {target: d}\n'));
});
