import { told } from '../../../core/facts.ts';
import { matched, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { holds } from '../../../util/characters.ts';

export default defineRule({
  id: 'mixed-chinese-script',
  scope: 'column',
  summary: 'A column mixes the simplified and the traditional script',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['values'],
  options: {
    least: { default: 10, description: 'Fewest values at hand, of those that belong to one of the scripts.' },
    rarest: { default: 0.2, description: 'Share of the rarer script, from 0 to 1, above which both are taken for intended.' },
  },

  *check({ column, options }) {
    if (column.summary.nonAscii === 0) return;
    const texts = column.values.map(({ text }) => text);
    const simplified = texts.filter(text => holds('simplified', text)).length;
    const traditional = texts.filter(text => holds('traditional', text)).length;
    const [rare, usual] = [Math.min(simplified, traditional), Math.max(simplified, traditional)];
    if (rare === 0 || rare + usual < options.least || rare > (rare + usual) * options.rarest) return;
    const odd = traditional < simplified ? 'traditional' : 'simplified';
    yield {
      place: { at: 'header', column: column.index },
      cells: { is: 'characters', of: odd },
      message: odd === 'traditional'
        ? say`${column} is written in the simplified script, but ${matched('cell')} hold characters of the traditional one`
        : say`${column} is written in the traditional script, but ${matched('cell')} hold characters of the simplified one`,
      facts: told({ n: rare + usual, threshold: options.rarest }),
    };
  },
});
