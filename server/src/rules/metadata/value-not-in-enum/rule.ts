import type { FieldDescription } from '../../../core/description.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import { all, isIn, isOutside, not, type CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';

/** Allowed values a message lists; longer enumerations are only counted. */
const LISTED = 8;

export default defineRule({
  id: 'value-not-in-enum',
  scope: 'resource',
  summary: 'A value is not among those the description allows',
  severity: 'error',
  since: 'next',
  needs: ['counts'],
  options: {},

  *check({ table: { columns } }) {
    for (const column of columns) {
      const { field, index } = column;
      const allowed = field?.constraints.enum;
      if (!field || !allowed || allowed.length === 0) continue;
      const shown = list(allowed.slice(0, LISTED).map(one => value(String(one), -1)));
      yield {
        place: { at: 'header', column: index },
        cells: strangers(field, allowed),
        message: allowed.length > LISTED
          ? say`${column} has ${matched('value')} outside of the ${allowed.length} that are allowed`
          : say`${column} has ${matched('value')} outside of what is allowed: ${shown}`,
        mirror: [...field.node, 'constraints', 'enum'],
        facts: { allowed: allowed.length },
      };
    }
  },
});

type Allowed = readonly (string | number | boolean)[];

/** Numbers are compared as numbers (1 and 1.0 are the same), truth values by all their spellings, everything else by its letters. */
function strangers({ type, lexical }: FieldDescription, allowed: Allowed): CellQuery {
  const numbers = allowed.map(Number);
  if ((type === 'integer' || type === 'number' || type === 'year') && !numbers.some(Number.isNaN)) return all(...numbers.map(one => isOutside(one, one)));
  if (type !== 'boolean') return not(isIn(allowed.map(String)));
  const spellings = (truth: boolean): readonly string[] => (truth ? lexical?.trueValues ?? TRUE : lexical?.falseValues ?? FALSE);
  return not(isIn(allowed.flatMap(one => (typeof one === 'boolean' ? spellings(one) : [String(one)]))));
}

/** The spellings of Table Schema. */
const TRUE = ['true', 'True', 'TRUE', '1'];
const FALSE = ['false', 'False', 'FALSE', '0'];
