import assert from 'node:assert/strict';
import test from 'node:test';
import { parseNumber, readCells, tidy } from '../src/cells.ts';
import { features } from '../src/columns.ts';

test('numbers are read, and nothing else is taken for one', () => {
  assert.deepEqual(['1', '-2.5', '1,234.5', '6.02e23', '.5'].map(parseNumber), [1, -2.5, 1234.5, 6.02e23, 0.5]);
  assert.deepEqual(['', '1,23', '12 km', '--', '0x10', 'NaN', '1e999', '.'].map(parseNumber), Array(8).fill(null));
});

test('full-width text is read as plain text', () => {
  assert.equal(parseNumber(tidy(' １２．５ ')), 12.5);
});

test('missing values are null, wherever the columns stand', () => {
  const header = ['something else', ...features.map(feature => feature.name)].reverse();
  const [cells] = readCells({ header, rows: [header.map(() => 'n/a')], ragged: 0 }, ['n/a']);
  assert.deepEqual(cells, Object.fromEntries(features.map(feature => [feature.id, null])));
});

test('a column that is not there is named', () => {
  assert.throws(() => readCells({ header: ['nothing'], rows: [], ragged: 0 }, []), /has no column/);
});
