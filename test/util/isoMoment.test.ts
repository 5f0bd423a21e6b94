import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondsOf } from '../../server/src/util/isoMoment.ts';

test('moments in ISO form are what the platform reads', () => {
  const forms = ['2024-02-29', '1969-12-31', '0099-03-01', '2024-02-29T12:30Z', '2024-02-29T12:30:15.5Z', '2024-02-29T12:30:15+05:30', '2024-02-29T12:30:15-00:30'];
  for (const text of forms) assert.equal(secondsOf(text), Date.parse(text) / 1000, text);
});

test('slashes, spaces and zones without a colon are read too; times without a zone are UTC', () => {
  const noon = Date.UTC(2024, 1, 29, 12) / 1000;
  for (const text of ['2024/02/29 12:00', '2024-02-29T12:00:00', '2024-02-29 13:00:00+0100', '2024-02-29 11:30-0030']) assert.equal(secondsOf(text), noon, text);
});

test('other texts are no moments', () => {
  for (const text of ['', '2024', '29.02.2024', '2024-02-29 noon', '2024-02-29T12']) assert.equal(secondsOf(text), undefined, text);
});
