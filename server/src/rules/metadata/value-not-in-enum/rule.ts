import { knowsAllValues, type Column } from '../../../core/column.ts';
import type { FieldDescription } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { list, matched, say, value, type Message } from '../../../core/message.ts';
import type { Fix } from '../../../core/problem.ts';
import { all, any, isIn, isOutside, not, type CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { constraintNode } from '../../../util/tableSchema.ts';
import { NOT_FINITE } from '../../../util/tableSchemaForms.ts';

/** Allowed values a message lists; longer enumerations are only counted. */
const LISTED = 8;
/** Values shown that are not allowed. */
const STRAYS = 2;

export default defineRule({
  id: 'value-not-in-enum',
  scope: 'resource',
  summary: 'A value is not among those the description allows',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['counts', 'values'],
  options: {},

  *check({ resource, table: { columns } }) {
    for (const column of columns) {
      const { field, index } = column;
      const allowed = field?.constraints.enum;
      if (!field || !allowed || allowed.length === 0) continue;
      const fix = constraintNode(resource, field, 'enum') && extension(column, field, allowed);
      yield {
        place: { at: 'header', column: index },
        cells: strangers(field, allowed, column),
        message: wordsOf(column, field, allowed),
        mirror: [...field.node, 'constraints', 'enum'],
        facts: told({ allowed: allowed.length }),
        ...(fix && { fix }),
      };
    }
  },
});

/** Values that are added to an enumeration at once; more are no slip but another kind of column. */
const ADDED = 20;

/** The enumeration with all values of the data; never with what may be personal. */
function extension(column: Column, { node, type, extra }: FieldDescription, allowed: Allowed): Fix | undefined {
  if (!knowsAllValues(column.summary) || column.evidence.length > 0 || extra?.['categories'] !== undefined || type === 'boolean') return undefined;
  const known = new Set(allowed.map(String));
  const strays = column.values.map(one => one.text).filter(text => !known.has(text));
  if (strays.length === 0 || strays.length > ADDED) return undefined;
  const values = type === 'integer' || type === 'number' || type === 'year' ? strays.map(Number).filter(one => !Number.isNaN(one)) : strays;
  const shown = list(strays.slice(0, STRAYS).map(text => value(text, column.index)));
  return {
    title: strays.length > STRAYS ? say`Allow ${shown} and what else the data has` : say`Allow ${shown}`, safety: 'unsafe',
    change: { do: 'set-node', path: [...node, 'constraints', 'enum'], value: [...allowed, ...values] },
  };
}

/** A long list is not shown; of numbers and truth values no stray is, because they have more spellings than one. */
function wordsOf(column: Column, { type }: FieldDescription, allowed: Allowed): Message {
  const shown = list(allowed.slice(0, LISTED).map(one => value(String(one), -1)));
  const known = new Set(allowed.map(String));
  const strays = type === 'string'
    ? column.values.filter(({ text }) => !known.has(text)).slice(0, STRAYS).map(({ text }) => value(text, column.index))
    : [];
  if (allowed.length > LISTED) return say`${column} has ${matched('value')} outside of the ${allowed.length} that are allowed`;
  if (strays.length === 0) return say`${column} has ${matched('value')} outside of what is allowed: ${shown}`;
  return say`${column} has ${matched('value')} such as ${list(strays)} outside of what is allowed: ${shown}`;
}

type Allowed = readonly (string | number | boolean)[];

/** Numbers are compared as numbers (1 and 1.0 are the same), truth values by all their spellings, everything else by its letters. */
function strangers({ type, lexical }: FieldDescription, allowed: Allowed, { summary }: Column): CellQuery {
  const numbers = allowed.map(Number);
  if ((type === 'integer' || type === 'number' || type === 'year') && !numbers.some(Number.isNaN)) {
    const others = all(...numbers.map(one => isOutside(one, one)));
    return type === 'number' && summary.classes.text > 0 ? any(others, isIn(NOT_FINITE)) : others;
  }
  if (type !== 'boolean') return not(isIn(allowed.map(String)));
  const spellings = (truth: boolean): readonly string[] => (truth ? lexical?.trueValues ?? TRUE : lexical?.falseValues ?? FALSE);
  return not(isIn(allowed.flatMap(one => (typeof one === 'boolean' ? spellings(one) : [String(one)]))));
}

/** The spellings of Table Schema. */
const TRUE = ['true', 'True', 'TRUE', '1'];
const FALSE = ['false', 'False', 'FALSE', '0'];
