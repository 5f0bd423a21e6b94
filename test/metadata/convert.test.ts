// Between any two standards: what a description says is said by its copy too, or is named as lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Description, FieldDescription } from '../../server/src/core/description.ts';
import { writableStandards } from '../../server/src/engine/convert.ts';
import { renderMessage } from '../../server/src/words/render.ts';

const CONSTRAINTS: fc.Arbitrary<FieldDescription['constraints']> = fc.record({ required: fc.constant(true), unique: fc.constant(true) }, { requiredKeys: [] });
const NUMBERS = fc.record({ required: fc.constant(true), minimum: fc.integer({ min: -9, max: 0 }), maximum: fc.integer({ min: 1, max: 9 }) }, { requiredKeys: [] });
const TEXTS = fc.record({ required: fc.constant(true), minLength: fc.integer({ min: 1, max: 3 }), maxLength: fc.integer({ min: 4, max: 9 }), pattern: fc.constantFrom('[a-z]+', '\\d{3}') }, { requiredKeys: [] });
const CHOICES = fc.record({ enum: fc.constant(['oak', 'elm']) });

const more = fc.record({ title: fc.constant('Seen from above'), description: fc.constant('As it was measured.'), unit: fc.constant('cm') }, { requiredKeys: [] });
const field = (name: string): fc.Arbitrary<FieldDescription> => fc.tuple(
  fc.oneof(
    fc.tuple(fc.constantFrom('integer' as const, 'number' as const), NUMBERS), fc.tuple(fc.constant('string' as const), fc.oneof(TEXTS, CHOICES)),
    fc.tuple(fc.constantFrom('date' as const, 'boolean' as const), CONSTRAINTS),
  ), more,
).map(([[type, constraints], rest]) => ({ name, type, constraints, node: [], ...rest }));

const described: fc.Arbitrary<Description> = fc.tuple(
  field('kind'), field('width'), field('seen_on'),
  fc.record({ name: fc.constant('leaves'), title: fc.constant('Leaves of a garden'), description: fc.constant('Every leaf there is.'), version: fc.constant('1.2.0'), keywords: fc.constant(['trees']) }, { requiredKeys: ['name'] }),
  fc.record({ primaryKey: fc.constant(['kind']), encoding: fc.constant('gbk'), dialect: fc.constant({ delimiter: ';' }), bytes: fc.constant({ value: 4000, node: [] }) }, { requiredKeys: [] }),
).map(([a, b, c, head, resource]) => ({ ...head, resources: [{ name: 'leaves', paths: ['leaves.csv'], fields: [a, b, c], fieldsMatch: 'exact', node: [], ...resource }] }));

/** Patterns that say in different ways that they are to be found anywhere. */
const plain = (pattern: unknown): string => String(pattern).replaceAll(/\(\?s:\.\*\)/g, '').replace(/^\(\?:(.*)\)$/, '$1');

/** What a description says, as texts: a key by which people know it, and of what. */
function factsOf({ resources, ...head }: Description): ReadonlyMap<string, readonly [key: string, of: string]> {
  const facts = new Map<string, readonly [string, string]>();
  const tell = (of: string, key: string, value: unknown): unknown => (value === undefined ? undefined : facts.set(`${of}: ${key} = ${JSON.stringify(value)}`, [key, of]));
  for (const key of ['description', 'version', 'keywords'] as const) tell('dataset', key, head[key]);
  if (head.title !== head.name) tell('dataset', 'title', head.title);
  for (const { fields, paths, ...resource } of resources) {
    // A row schema is of any file of its name.
    tell('resource', 'path', paths.join().replace(/\.\{.*\}$/, '.csv'));
    for (const key of ['primaryKey', 'encoding'] as const) tell('resource', key, resource[key]);
    tell('resource', 'bytes', resource.bytes?.value);
    if (resource.dialect?.delimiter !== ',') tell('resource', 'dialect', resource.dialect?.delimiter);
    for (const { name, constraints, type, title, description, unit } of fields) {
      // That nothing is said of a type is no fact.
      for (const [key, value] of Object.entries({ ...(type !== 'any' && { type }), title, description, unit, ...constraints })) tell(name, key, key === 'pattern' ? plain(value) : value);
    }
  }
  return facts;
}

/** Whether words say that a fact is lost: by its key, by its field, or with all fields of the table. */
function tellsOf(words: string, key: string, of: string): boolean {
  const isField = of !== 'resource' && of !== 'dataset';
  return [key, ...(key === 'dialect' ? ['delimited'] : []), ...(isField ? [of, '‘fields’ of the resource'] : []), 'as a whole'].some(one => words.toLowerCase().includes(one.toLowerCase()));
}

/** What a document is called whose standard leaves that to people. */
const usualName = (id: string): string => (id === 'odcs' ? 'a.odcs.yaml' : 'a.json');

const standards = writableStandards().filter(({ id }) => !['dpv', 'fides'].includes(id));

for (const from of standards) {
  for (const to of standards) {
    test(`from ${from.id} to ${to.id}`, () => {
      fc.assert(fc.property(described, original => {
        const first = from.write?.(original) ?? assert.fail();
        const before = from.read(first.text, first.fileName ?? usualName(from.id)).description ?? assert.fail(first.text);
        const second = to.write?.(before) ?? assert.fail();
        const after = to.read(second.text, second.fileName ?? usualName(to.id)).description ?? assert.fail(second.text);
        const kept = factsOf(after);
        const lost = second.lost.map(message => renderMessage(message, { locale: 'en' }));
        for (const [fact, [key, of]] of factsOf(before)) {
          // What a card says of a dataset stands in its text.
          if (of === 'dataset' && key === 'description' && second.text.includes(before.description ?? '')) continue;
          const isTold = lost.some(one => tellsOf(one, key, of));
          // Where there is one place for words, a title stands there too.
          assert.ok(kept.has(fact) || kept.has(fact.replace(': title =', ': description =')) || fact === `dataset: title = ${JSON.stringify(after.name)}` || isTold, `${fact} is neither kept nor lost: ${lost.join('; ')}\n${[...kept.keys()].join('\n')}`);
        }
      }), { numRuns: 30, seed: 7, includeErrorInReport: true });
    });
  }
}
