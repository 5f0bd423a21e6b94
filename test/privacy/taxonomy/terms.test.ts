import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allDetectors } from '../../../server/src/engine/registry.ts';
import columnSchema from '../../../server/src/metadata/annotation/schema/column-privacy.schema.json';
import datasetSchema from '../../../server/src/metadata/annotation/schema/privacy.schema.json';
import type { Vocabulary } from '../../../server/src/core/term.ts';
import { DATA_CATEGORIES } from '../../../server/src/privacy/taxonomy/categories.ts';
import { DPV_PERSONAL_DATA } from '../../../server/src/privacy/taxonomy/dpv.ts';
import { fidesTermOf, isTerm, nearestTerm, termOf, VOCABULARIES } from '../../../server/src/privacy/taxonomy/terms.ts';

const names: readonly Vocabulary[] = ['data-category', 'data-use', 'data-subject', 'legal-basis', 'special-basis', 'special-class', 'technique'];

test('every term has an id of its own and a term above it', () => {
  for (const name of names) {
    const ids: readonly string[] = VOCABULARIES[name].map(term => term.id);
    assert.equal(new Set(ids).size, ids.length, name);
    for (const id of ids.filter(one => one.includes('.') && !one.startsWith('gdpr'))) assert.ok(ids.includes(id.slice(0, id.lastIndexOf('.'))), id);
  }
});

test('the counts are those of Fideslang 3.1: 85 categories, 56 uses, 15 subjects and the child', () => {
  const older = DATA_CATEGORIES.filter(({ since }) => since === undefined);
  assert.deepEqual([older.length, VOCABULARIES['data-use'].length, VOCABULARIES['data-subject'].length], [85, 56, 16]);
});

test('what terms point at is there', () => {
  for (const { dpv, special } of DATA_CATEGORIES) {
    assert.ok(dpv === undefined || DPV_PERSONAL_DATA.has(dpv), dpv);
    assert.ok(special === undefined || termOf('special-class', special), special);
  }
  for (const { category } of allDetectors) assert.ok(isTerm('data-category', category), category);
  assert.equal(fidesTermOf('personalize.profiling')?.replacedBy, 'personalize.content.profiling');
});

test('the schema allows the terms there are', () => {
  const purpose = datasetSchema.properties.purposes.items.properties;
  assert.deepEqual([...purpose.legalBasis.enum], VOCABULARIES['legal-basis'].map(({ id }) => id));
  assert.deepEqual([...purpose.specialBasis.enum], VOCABULARIES['special-basis'].map(({ id }) => id));
  assert.deepEqual([...columnSchema.properties.transform.properties.technique.enum], VOCABULARIES.technique.map(({ id }) => id));
});

test('the term that was meant is found, and nothing where none was', () => {
  const meant = (vocabulary: Vocabulary, id: string): string | undefined => nearestTerm(vocabulary, id);
  assert.equal(meant('data-category', 'user.contact.state'), 'user.contact.address.state');
  assert.equal(meant('data-category', 'email'), 'user.contact.email');
  assert.equal(meant('data-category', 'user.contact.emial'), 'user.contact.email');
  assert.equal(meant('data-category', 'user.contact.email.work'), 'user.contact.email');
  assert.equal(meant('data-category', 'user.hobby'), undefined);
  assert.equal(meant('data-category', 'pd:EmailAdress'), 'pd:EmailAddress');
  assert.equal(meant('data-use', 'train_ai_systems'), 'train_ai_system');
  assert.equal(meant('data-subject', 'customers'), 'customer');
  assert.equal(meant('data-subject', 'martian'), undefined);
  assert.ok(isTerm('data-category', 'pd:EmailAddress') && !isTerm('data-category', 'pd:EmailAdress'));
});
