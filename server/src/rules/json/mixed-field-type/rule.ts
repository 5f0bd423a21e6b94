import { FIELD_KINDS, fieldsOf } from '../../../core/fields.ts';
import type { Field, FieldKind } from '../../../core/fields.ts';
import { told } from '../../../core/facts.ts';
import { count, list, say } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { all, hasClass, isQuoted, isUnquoted } from '../../../core/query.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import type { Reading } from '../../../core/reading.ts';

export default defineRule({
  id: 'mixed-field-type',
  scope: 'document',
  summary: 'The values of a key are of different JSON types',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading }) {
    for (const field of fieldsOf(facts)) {
      const kinds = KINDS.filter(kind => field.counts[kind] > 0).sort((a, b) => field.counts[b] - field.counts[a]);
      if (reading && kinds.length > 1) yield problemOf(field, kinds, reading);
    }
  },
});

/** A null is of every type. */
const KINDS = FIELD_KINDS.filter(kind => kind !== 'nulls');

/** The cells shown are those of the rarest type that is a cell of the column itself. */
function problemOf({ column, place, counts }: Field, kinds: readonly FieldKind[], reading: Reading): Problem {
  const path = (reading.header[column] ?? '').replace(/\[\]$|\{\}$/, '');
  const [, rarest] = kinds;
  const own = rarest && kinds.length === 2 ? QUERIES[rarest] : undefined;
  const isNested = kinds.some(kind => kind === 'arrays' || kind === 'objects');
  // Arrays have a column of their own, and so has what stands beside them.
  const at = isNested ? reading.header.indexOf(rarest === 'arrays' ? `${path}[]` : path) : column;
  const parts = kinds.map((kind): Part => ({ kind: 'message', message: NAMED[kind](counts[kind]) }));
  const message = say`${{ name: path }} is of several types: ${list(parts)}; loaders that expect one type fail here`;
  const facts = told(Object.fromEntries(kinds.map(kind => [kind, counts[kind]])));
  return own && at >= 0 ? { place: { at: 'header', column: at }, cells: own, message, facts } : { place, message, facts };
}

/** Strings count even where they are empty or spell a missing value: their type is that of text all the same. */
const QUERIES: Readonly<Partial<Record<FieldKind, CellQuery>>> = {
  strings: isQuoted,
  numbers: all(isUnquoted, hasClass('integer', 'float', 'text')),
  booleans: all(isUnquoted, hasClass('boolean')),
  arrays: hasClass('text'),
};

const NAMED: Readonly<Record<FieldKind, (found: number) => Message>> = {
  strings: found => say`strings in ${count(found, 'row')}`,
  numbers: found => say`numbers in ${count(found, 'row')}`,
  booleans: found => say`truth values in ${count(found, 'row')}`,
  nulls: found => say`nulls in ${count(found, 'row')}`,
  arrays: found => say`arrays in ${count(found, 'row')}`,
  objects: found => say`objects in ${count(found, 'row')}`,
};
