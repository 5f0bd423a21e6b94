import type { Column } from '../../../core/column.ts';
import type { Datatype, FieldDescription } from '../../../core/description.ts';
import { figure, matched, type Message, name, number, type Part, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Fix } from '../../../core/problem.ts';
import { any, isIn, perItem, type CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { datatypeForm } from '../../../util/lexical/datatypes.ts';
import { constraintNode } from '../../../util/tableSchema.ts';
import { INFINITY } from '../../../util/tableSchemaForms.ts';

export default defineRule({
  id: 'out-of-range',
  scope: 'resource',
  summary: 'A value lies outside of the bounds the description sets',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['numbers'],
  options: {},

  *check({ resource, table: { columns } }) {
    for (const column of columns) {
      if (!column.field) continue;
      for (const bound of boundsOf(column.field)) {
        const violation = violationOf(column, bound, column.field);
        if (!violation) continue;
        const fix = widening(column, bound, constraintNode(resource, column.field, bound.key));
        yield { place: { at: 'header', column: column.index }, ...violation, mirror: [...column.field.node, 'constraints', bound.key], ...(fix && { fix }) };
      }
    }
  },
});

interface Bound {
  readonly key: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum';
  readonly side: 'below' | 'above';
  readonly excluded: boolean;
  readonly limit: number | string;
}

function boundsOf({ constraints }: FieldDescription): readonly Bound[] {
  const forms = [
    { key: 'minimum', side: 'below', excluded: false }, { key: 'exclusiveMinimum', side: 'below', excluded: true },
    { key: 'maximum', side: 'above', excluded: false }, { key: 'exclusiveMaximum', side: 'above', excluded: true },
  ] as const;
  return forms.flatMap(form => {
    const limit = constraints[form.key];
    return limit === undefined ? [] : [{ ...form, limit }];
  });
}

const NUMERIC: readonly string[] = ['integer', 'number', 'year', 'any'];
/** How values of a type with an order are written; digits stand as `0`. Only cells written in full can be compared. */
const TEMPLATES: Readonly<Record<string, string>> = {
  date: '0000-00-00', yearmonth: '0000-00', time: '00:00:00', datetime: '0000-00-00T00:00:00',
};

function violationOf(column: Column, bound: Bound, field: FieldDescription): { readonly cells: CellQuery; readonly message: Message } | undefined {
  const { type, datatype, separator } = field;
  if (datatype && (separator !== undefined || !NUMERIC.includes(type) || isWrittenOtherwise(datatype))) {
    return { cells: perItem(separator, field.missingValues, beyondBound(datatype, bound)), message: wordsOf(column, bound, name(String(bound.limit))) };
  }
  if (!NUMERIC.includes(type)) {
    const source = beyondPattern(TEMPLATES[type] ?? '', String(bound.limit), bound);
    return source === undefined
      ? undefined
      : { cells: { is: 'pattern', source }, message: wordsOf(column, bound, name(String(bound.limit))) };
  }
  const limit = Number(bound.limit);
  const { numbers, classes } = column.summary;
  // Infinity is a number to the type and a text to the summary.
  const mayBeInfinite = type === 'number' && classes.text > 0;
  const beyond = mayBeInfinite || (numbers !== undefined && (bound.side === 'below' ? numbers.min <= limit : numbers.max >= limit));
  const cells = numbersBeyond(bound, limit);
  return beyond && !Number.isNaN(limit)
    ? { cells: mayBeInfinite ? any(cells, isIn(INFINITY[bound.side])) : cells, message: wordsOf(column, bound, type === 'year' ? name(String(limit)) : number(limit)) }
    : undefined;
}

/** Numbers that are not read as numbers without their pattern. */
const isWrittenOtherwise = ({ pattern, decimalChar, groupChar }: Datatype): boolean => pattern !== undefined || decimalChar !== undefined || groupChar !== undefined;

const FACETS = { minimum: 'least', exclusiveMinimum: 'above', maximum: 'most', exclusiveMaximum: 'below' } as const;

/** Values of the datatype that are none within the bound. */
const beyondBound = (datatype: Datatype, { key, limit }: Bound): Parameters<typeof perItem>[2] => ({
  is: 'and',
  of: [{ is: 'form', form: datatypeForm(datatype) }, { is: 'not', of: { is: 'form', form: datatypeForm({ ...datatype, [FACETS[key]]: limit }) } }],
});

/** The bound as wide as the data is. A bound that is itself excluded is left to people. */
function widening({ index, summary: { numbers } }: Column, { key, side, excluded, limit }: Bound, path: NodePath | undefined): Fix | undefined {
  const extreme = side === 'below' ? numbers?.min : numbers?.max;
  if (!path || excluded || extreme === undefined || typeof limit !== 'number') return undefined;
  return { title: say`Set ${name(key)} to ${figure(extreme, index)}`, safety: 'unsafe', change: { do: 'set-node', path, value: extreme } };
}

function numbersBeyond({ side, excluded }: Bound, limit: number): CellQuery {
  if (excluded) return { is: 'beyond', bound: limit, side };
  return side === 'below' ? { is: 'outside', low: limit, high: Infinity } : { is: 'outside', low: -Infinity, high: limit };
}

function wordsOf(column: Column, { side, excluded }: Bound, limit: Part): Message {
  if (side === 'below') {
    return excluded
      ? say`${column} has ${matched('value')} not above ${limit}`
      : say`${column} has ${matched('value')} below the minimum of ${limit}`;
  }
  return excluded
    ? say`${column} has ${matched('value')} not below ${limit}`
    : say`${column} has ${matched('value')} above the maximum of ${limit}`;
}

/**
 * Texts of one fixed form are in order as their letters are, so "less than 2020-05" is: some digits equal, then a smaller one, then any.
 * Nothing where the bound is not of the form.
 */
function beyondPattern(template: string, limit: string, { side, excluded }: Bound): string | undefined {
  if (template === '' || limit.replace(/\d/g, '0') !== template) return undefined;
  const cases = [...limit].flatMap((letter, i) => {
    const digit = Number(letter);
    const others = side === 'below' ? [0, digit - 1] : [digit + 1, 9];
    if (template[i] !== '0' || (others[0] ?? 0) > (others[1] ?? 0)) return [];
    return [`${limit.slice(0, i)}[${others.join('-')}]${template.slice(i + 1).replaceAll('0', '\\d')}`];
  });
  return [...cases, ...(excluded ? [limit] : [])].join('|') || undefined;
}
