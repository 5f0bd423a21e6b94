import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Description } from '../../../server/src/core/description.ts';
import type { Json } from '../../../server/src/core/problem.ts';
import { writableStandards } from '../../../server/src/engine/convert.ts';
import { objectOf } from '../../../server/src/metadata/document/shape.ts';
import { isSame } from '../../../server/src/util/json.ts';
import { renderMessage } from '../../../server/src/words/render.ts';
import { descriptions } from '../arbitraries.ts';

/** By id of the standard, the name a document of it has. */
const NAMES: Readonly<Record<string, string>> = {
  'data-package': 'datapackage.json', croissant: 'croissant.json', csvw: 'a.csv-metadata.json', fides: 'a.fides.yaml', odcs: 'a.odcs.yaml', dpv: 'a.jsonld',
};

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? {}));

/** Parts of annotations with where they stand, without nodes. */
function partsOf({ privacy, resources }: Description): ReadonlyMap<string, Json> {
  const { node: _, raw: __, purposes: ___, ...dataset } = objectOf(plain(privacy)) ?? {};
  const columns = resources.flatMap(({ fields }, i) => fields.flatMap(field => {
    const { node: ____, ...own } = objectOf(plain(field.privacy)) ?? {};
    return Object.entries(own).map(([key, value]) => [`${i}/${field.name}/${key}`, value] as const);
  }));
  const purposes = (privacy?.purposes ?? []).flatMap((purpose, i) => Object.entries(objectOf(plain(purpose)) ?? {}).flatMap(([key, value]) =>
    (key === 'node' || key === 'use' ? [] : [[`purpose ${i}/${key}`, value] as const])));
  return new Map([...Object.entries(dataset), ...columns, ...purposes]);
}

test('what is said of personal data is written in every standard, or named as lost', () => {
  fc.assert(fc.property(descriptions, fc.constantFrom(...writableStandards()), (description, standard) => {
    const { text, lost } = standard.write?.(description) ?? { text: '', lost: [] };
    const again = partsOf(standard.read(text, NAMES[standard.id] ?? '').description ?? { resources: [] });
    const named = lost.map(message => renderMessage(message, { locale: 'en' })).join('\n');
    for (const [path, value] of partsOf(description)) {
      const key = path.slice(path.lastIndexOf('/') + 1);
      const isWritten = standard.id === 'dpv' ? text.length > 0 : isSame(again.get(path), value);
      assert.ok(isWritten || named.includes(`‘${key}`) || (standard.id === 'csvw' && /privacy/.test(named)), `${standard.id}: ${path} is not written and not named\n${named}`);
    }
  }), { numRuns: 200 });
});
