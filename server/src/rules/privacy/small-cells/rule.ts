import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, number, say } from '../../../core/message.ts';
import { all, isOutside, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { hasWord, wordsOf } from '../../../util/columnWords.ts';

export default defineRule({
  id: 'small-cells',
  scope: 'column',
  summary: 'A table of counts tells of a few people',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['numbers'],
  options: {
    least: { default: 11, description: 'The smallest number of people that a cell may tell of; 0 tells of nobody.' },
  },

  *check({ column, privacy, options }) {
    const { numbers } = column.summary;
    if (privacy?.identifiability !== 'aggregate' || !numbers || !isCount(column) || numbers.min >= options.least) return;
    const tells = say`${column} tells of fewer than ${number(options.least)} people in ${matched('cell')} of ${number(present(column))}`;
    yield {
      place: { at: 'header', column: column.index },
      cells: all(not(isOutside(1, options.least - 1)), { is: 'class', classes: ['integer'] }),
      message: say`${tells}: suppress them, and one more of each sum they can be worked out from`,
      facts: told({ threshold: options.least, n: present(column) }),
      mirror: [...privacy.node, 'identifiability'],
    };
  },
});

/** Whole numbers from 0 on, called a count of people or cases. */
function isCount({ name, field, summary: { numbers, classes } }: Column): boolean {
  const counts = numbers !== undefined && numbers.min >= 0 && classes.float === 0 && classes.text === 0;
  return counts && field?.privacy?.notPersonal !== true && hasWord(wordsOf(name), COUNTS);
}

const COUNTS: readonly string[] = [
  'count', 'counts', 'n', 'cases', 'patients', 'persons', 'people', 'deaths', 'respondents', 'beneficiaries', 'enrollees', 'subjects', 'frequency', 'freq',
  '人数', '例数', '病例数', '死亡数', '患者数', '频数',
];
