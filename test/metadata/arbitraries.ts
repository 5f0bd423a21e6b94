import fc from 'fast-check';
import { FIELD_TYPES, type Description, type FieldDescription, type ResourceDescription } from '../../server/src/core/description.ts';
import { columnPrivacy, datasetPrivacy } from './annotation/arbitraries.ts';
import type { Json } from '../../server/src/core/problem.ts';

const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter(text => !text.includes('\uFEFF'));
const truth = fc.boolean();
/** Every entry of a record may be left out. */
const NONE = { requiredKeys: [] };
const bound = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.constantFrom('2024-01-01', '5'));

const constraints = fc.record({
  required: truth, unique: truth, enum: fc.array(fc.oneof(word, fc.integer(), truth), { minLength: 1, maxLength: 4 }), minimum: bound, exclusiveMaximum: bound,
  minLength: fc.nat(20), maxLength: fc.nat(20), pattern: fc.constantFrom('a+', '[A-Z]\\d{3}'),
}, NONE);

/** Keys that are somebody's own. */
const extra = fc.dictionary(fc.constantFrom('x-own', 'sources', 'rdfType', 'inventedKey'), fc.oneof(word, fc.integer(), fc.constant(null), fc.record({ a: word })), { minKeys: 1, maxKeys: 2, noNullPrototype: true });

function fieldAt(node: readonly (string | number)[]): fc.Arbitrary<FieldDescription> {
  const privacy = columnPrivacy([...node, 'privacy']);
  const lexical = fc.record({ decimalChar: fc.constantFrom(',', '.'), trueValues: fc.array(word, { minLength: 1 }) }, { requiredKeys: ['decimalChar'] });
  const extras = fc.record({ format: word.filter(text => !text.startsWith('fmt:')), title: word, description: word, missingValues: fc.uniqueArray(word), privacy, lexical, unit: word, extra }, NONE);
  return fc.tuple(word, fc.constantFrom(...FIELD_TYPES), constraints, extras).map(([name, type, limits, more]) => ({ name, type, constraints: limits, node, ...more }));
}

function resourceAt(index: number): fc.Arbitrary<ResourceDescription> {
  const node = ['resources', index];
  const fields = fc.nat(4).chain(count => fc.tuple(...Array.from({ length: count }, (_, i) => fieldAt([...node, 'schema', 'fields', i]))));
  const digits = fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 }).map(letters => letters.join(''));
  const hash = digits.map(text => ({ value: { algorithm: 'md5' as const, digits: text }, node: [...node, 'hash'] }));
  const bytes = fc.nat().map(value => ({ value, node: [...node, 'bytes'] }));
  const extras = fc.record({ title: word, description: word, mediaType: word, bytes, hash, extra, encoding: word, dialect: fc.record({ delimiter: word, quote: fc.constantFrom("'", '"'), header: truth }, NONE) }, NONE);
  const schema = fc.record({ missingValues: fc.uniqueArray(word), primaryKey: fc.array(word, { minLength: 1 }), uniqueKeys: fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }) }, NONE);
  const match = fc.constantFrom('exact', 'equal', 'subset', 'superset', 'partial');
  return fc.tuple(word, fc.uniqueArray(word, { minLength: 1 }), extras, fc.option(fc.tuple(match, fields, schema))).map(([name, paths, more, described]) => ({
    name, paths, node, ...more, fields: described?.[1] ?? [], ...(described && { fieldsMatch: described[0], ...described[2] }),
  }));
}

/** Descriptions as reading gives them: every part knows its node. */
export const descriptions: fc.Arbitrary<Description> = fc.integer({ min: 1, max: 3 }).chain(count => {
  const privacy = datasetPrivacy(['privacy']);
  const parts = fc.record({ train: fc.array(word), validation: fc.array(word), test: fc.array(word) }, NONE);
  const rows = fc.record({ train: fc.nat(), validation: fc.nat(), test: fc.nat() }, NONE);
  const splits = fc.record({ column: word, parts, rows, node: fc.constant(['ml', 'splits']) }, { requiredKeys: ['parts', 'rows', 'node'] });
  const lists = fc.record({ features: fc.array(word), ignore: fc.array(word), groups: fc.array(word), splits }, NONE);
  const ml = fc.tuple(fc.record({ task: fc.constantFrom('classification', 'regression'), target: word, group: word, time: word }, NONE), lists).map(([block, more]) => ({ ...block, ...more, node: ['ml'] }));
  const licences = fc.array(fc.record({ id: word, title: word, url: word }, { requiredKeys: ['id'] }), { minLength: 1, maxLength: 2 }).map(list => list.map((one, i) => ({ ...one, node: ['licenses', i], idNode: ['licenses', i, 'name'] })));
  const head = { name: word, title: word, description: word, version: word, homepage: word, created: word, keywords: fc.array(word), licences, privacy, ml, extra };
  return fc.tuple(fc.record(head, NONE), fc.tuple(...Array.from({ length: count }, (_, i) => resourceAt(i))))
    .map(([head, resources]) => ({ ...head, resources }));
});

/** Plain values of every kind, with the keys of a description among their keys. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(word, fc.integer(), truth, fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(word, fc.constantFrom('resources', 'schema', 'fields', 'name', 'path', 'privacy', 'purposes', 'ml', 'constraints', 'missingValues', 'primaryKey')), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value;
