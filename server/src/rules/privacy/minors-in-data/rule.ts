import type { PrivacyDescription } from '../../../core/annotation.ts';
import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, number, say, type Message } from '../../../core/message.ts';
import { all, isOutside, not, type CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { ABOUT_WORDS, isNamed } from '../../../util/columnWords.ts';
import { dayAgo } from '../../../util/period.ts';

export default defineRule({
  id: 'minors-in-data',
  scope: 'resource',
  summary: 'The data tells of children, who are not among its declared subjects',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['numbers', 'detectors'],
  options: {},

  *check({ table: { columns, privacy }, today }) {
    if (!privacy?.subjects || privacy.subjects.length === 0 || privacy.subjects.some(isChild)) return;
    const limit = limitOf(privacy);
    for (const column of columns) {
      const cells = young(column, limit.age, today);
      if (!cells) continue;
      const found = say`${column} tells of somebody under ${number(limit.age)} in ${matched('cell')} of ${number(present(column))}`;
      yield {
        place: { at: 'header', column: column.index },
        cells,
        message: wordsOf(limit.law, found),
        facts: told({ limit: limit.age, n: present(column) }),
        mirror: [...privacy.node, 'subjects'],
        fix: {
          title: say`Name children among the subjects`, safety: 'unsafe',
          change: { do: 'insert-node', path: [...privacy.node, 'subjects', privacy.subjects.length], value: 'child' },
        },
      };
    }
  },
});

const isChild = (subject: string): boolean => /child|minor|student|pupil/.test(subject);

type Law = 'pipl' | 'gdpr' | undefined;

function wordsOf(law: Law, found: Message): Message {
  switch (law) {
    case 'pipl': return say`${found}: PIPL Articles 28 and 31 call for the consent of a parent`;
    case 'gdpr': return say`${found}: GDPR Article 8 calls for the consent of a parent wherever consent is the ground`;
    case undefined: return say`${found}, and children are not among the declared subjects`;
  }
}

/** Below 14 by Chinese law; below 13 nowhere in Europe may a child consent alone, which serves where no law is named. */
function limitOf({ profiles = [], jurisdictions = [] }: PrivacyDescription): { readonly age: number; readonly law: Law } {
  const chinese = profiles.some(one => /^(?:pipl|gbt)/.test(one)) || jurisdictions.some(one => one === 'CN');
  return chinese ? { age: 14, law: 'pipl' } : { age: 13, law: profiles.some(one => one.split('@')[0] === 'gdpr') ? 'gdpr' : undefined };
}

/** Cells that tell an age below the limit, or a birth after the day on which one reaches it; `undefined` where the column does not tell ages. */
function young({ name, field, evidence, summary: { numbers, classes } }: Column, limit: number, today: string | undefined): CellQuery | undefined {
  if (field?.privacy?.notPersonal || field?.privacy?.subjectAgeLimit !== undefined) return undefined;
  const seems = (id: string): boolean => evidence.some(({ detector }) => detector.id === id);
  const inYears = numbers !== undefined && numbers.min >= 0 && numbers.min < limit && numbers.max > LEAST_OLDEST && numbers.max <= OLDEST;
  if (inYears && (seems('age') || (isNamed(name, ['age', '年龄', '周岁']) && !isNamed(name, NOT_OF_A_PERSON)))) return isOutside(limit, Infinity);
  const born = today === undefined ? undefined : dayAgo(today, `P${limit}Y`);
  if (born === undefined || classes.date === 0 || !seems('birth-date')) return undefined;
  return all({ is: 'class', classes: ['date'] }, not({ is: 'not-after', moment: born }));
}

/** A column of years has somebody grown up in it; one of months or of wines has not, or goes on beyond what people reach. */
const LEAST_OLDEST = 18;
const OLDEST = 120;
const NOT_OF_A_PERSON: readonly string[] = [...ABOUT_WORDS, 'building', 'house', 'car', 'tree', 'account', 'vehicle', 'loan', 'company', 'group', 'range', 'band'];
