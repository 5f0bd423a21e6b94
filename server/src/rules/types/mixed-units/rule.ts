import { present } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { list, matched, name, say, value } from '../../../core/message.ts';
import { all, any, hasClass, hasForm, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { numberColumn } from '../../../util/lexical/numberColumn.ts';
import type { WrittenValue } from '../../../util/lexical/numberColumn.ts';
import { isDeclared, weightIn } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'mixed-units',
  scope: 'column',
  summary: 'Numbers of one column have different units or currencies',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, options }) {
    const n = present(column);
    if (n < options.least || isDeclared(column)) return;
    const written = numberColumn(column)?.written ?? [];
    const usual = usualUnit(written, weightIn(column));
    if (!usual || 2 * written.filter(({ number }) => number.unit !== '').length < column.values.length) return;
    const strays = written.filter(({ number }) => number.unit !== '' && unitOf(number) !== usual.unit);
    const unitless = hasClass('integer', 'float');
    const plain = column.values.filter(one => one.class === 'integer' || one.class === 'float');
    const examples = [...strays.map(one => one.value), ...plain].slice(0, SHOWN).map(one => value(one.text, column.index));
    yield {
      place: { at: 'header', column: column.index },
      cells: any(unitless, all(hasForm('unit'), not(hasForm(`unit:${usual.unit}`)))),
      message: examples.length === 0
        ? say`${column} gives numbers in ${name(usual.spelling)} but in ${matched('cell')} of ${n}, with another unit or none`
        : say`${column} gives numbers in ${name(usual.spelling)} but in ${matched('cell')} of ${n}, with another unit or none, such as ${list(examples)}`,
      facts: told({ n }, { usual: dataFact(usual.unit, column.index) }),
    };
  },
});

const SHOWN = 3;

/** 元 and 万元 are units of their own; elsewhere a word that multiplies is part of the number, as in $1.2M. */
const unitOf = ({ unit, factor }: WrittenValue['number']): string => (unit === 'CNY' ? `${unit}*${factor}` : unit);

/** What stands around the digits. */
const spellingOf = ({ value: { text }, number: { body } }: WrittenValue): string => text.normalize('NFKC').replace(body, '').replace(/[-+()\s]/g, '');

interface Unit {
  readonly unit: string;
  /** As the column writes it, the first time. */
  readonly spelling: string;
}

/** The unit of at least half of the numbers that have one. */
function usualUnit(written: readonly WrittenValue[], weight: (value: WrittenValue['value']) => number): Unit | undefined {
  const votes = new Map<string, number>();
  for (const { value: one, number } of written) if (number.unit !== '') votes.set(unitOf(number), (votes.get(unitOf(number)) ?? 0) + weight(one));
  const [usual] = [...votes].sort(([a, m], [b, k]) => k - m || (a < b ? -1 : 1));
  const all = [...votes.values()].reduce((sum, one) => sum + one, 0);
  const first = usual && 2 * usual[1] >= all ? written.find(({ number }) => unitOf(number) === usual[0]) : undefined;
  return first && { unit: unitOf(first.number), spelling: spellingOf(first) };
}
