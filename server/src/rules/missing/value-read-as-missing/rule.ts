import { present } from '../../../core/column.ts';
import { dataFact, told } from '../../../core/facts.ts';
import { count, matched, say, value } from '../../../core/message.ts';
import { isMissing } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { areCodesWithNa } from '../../../util/countryCodes.ts';

export default defineRule({
  id: 'value-read-as-missing',
  scope: 'column',
  summary: 'NA among country codes is read as missing',
  severity: 'warning',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {},

  *check({ column, reading }) {
    const token = column.nullSpellings.find(({ text }) => text === 'NA' || text === 'na');
    if (!token || reading.provenance.nullTokens === 'description' || !areCodesWithNa(column.values.map(({ text }) => text))) return;
    const n = count(present(column), 'cell');
    yield {
      place: { at: 'header', column: column.index },
      cells: isMissing([token.index]),
      message:
        say`${value(token.text, -1)} is read as missing in ${matched('cell')} of ${column}, but ${n} hold codes of countries or continents: there, it is one of them`,
      facts: told({ n: present(column) }, { token: dataFact(token.text, column.index) }),
    };
  },
});
