import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, name, say } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule, type ColumnPair, type SplitPair } from '../../../core/rule.ts';
import { namedLikeKey } from '../../../core/target.ts';

export default defineRule({
  id: 'group-leakage',
  scope: 'split',
  summary: 'Rows of one group are spread over training and evaluation',
  severity: 'warning',
  dimension: 'uniqueness',
  since: '0.1.0',
  needs: ['distinct', 'numbers', 'values'],
  options: {
    least: { default: 20, description: 'Identifiers in training below which a column that only seems to name people is not looked at.' },
  },

  *check({ reference, current, shared, relation, options }) {
    if (relation !== 'evaluation') return;
    const declared = current.ml?.group ?? reference.ml?.group ?? personOf(current);
    if (declared !== undefined) yield* report(shared.filter(pair => pair.current.name === declared), reference, 'warning');
    else yield* report(shared.filter(pair => namesPeople(pair, options.least)), reference, 'information');
  },
});

/** The column that tells persons apart, as the privacy annotation has it. */
const personOf = ({ privacy }: SplitPair['current']): string | undefined => (privacy?.unit?.key?.length === 1 ? privacy.unit.key[0] : undefined);

function* report(pairs: readonly ColumnPair[], reference: SplitPair['reference'], severity: 'warning' | 'information'): Iterable<Problem> {
  for (const { current, reference: trained } of pairs) {
    const n = present(current);
    if (sharesNothing(current, trained)) continue;
    const there = name(reference.name);
    yield {
      place: { at: 'header', column: current.index },
      cells: { is: 'occurs-in', table: reference.name, column: trained.index },
      severity,
      message: severity === 'warning'
        ? say`${matched('cell')} of ${count(n, 'cell')} in the group column ${current} stand in ${there} too, so the groups are not kept apart`
        : say`${matched('cell')} of ${count(n, 'cell')} in ${current} stand in ${there} too; if it names people or things, the model has met them`,
      facts: told({ n, groups: trained.summary.distinct.count, reference: reference.name }),
    };
  }
}

/** Both columns are known in full, and have nothing in common: no pass is needed to see it. */
function sharesNothing({ summary: a }: Column, { summary: b }: Column): boolean {
  const known = new Set(b.values.map(({ hash }) => hash));
  const complete = a.distinct.exact && b.distinct.exact && a.values.length === a.distinct.count && b.values.length === b.distinct.count;
  return complete && !a.values.some(({ hash }) => known.has(hash));
}

/** Words for people and for things that come back, as part of a column's name. */
const PEOPLE = new RegExp([
  'user|customer|client|member|patient|subject|person|people|student|employee|driver|speaker|author|participant|respondent|household|visitor|player',
  'account|device|session|case|用户|客户|患者|病人|学生|员工|会员|受试者|设备|病历|住院|就诊|账号|学号|工号',
].join('|'), 'i');

/** An identifier of people or things that have several rows each, not one of rows, and not a number that both parts count from one. */
function namesPeople({ reference, current }: ColumnPair, least: number): boolean {
  const { distinct, classes, numbers } = reference.summary;
  const n = present(reference);
  const counts = numbers !== undefined && numbers.count === n && numbers.max - numbers.min + 1 <= distinct.count * 1.01;
  const called = PEOPLE.test(current.name) && (namedLikeKey(current.name) || /[号码]$/.test(current.name));
  return called && distinct.count >= least && distinct.count <= n * 0.9 && classes.float === 0 && !counts;
}
