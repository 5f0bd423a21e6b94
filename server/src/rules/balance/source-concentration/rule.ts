import { present } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, percent, say, value } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { wilsonInterval } from '../../../util/statistics/distances.ts';

export default defineRule({
  id: 'source-concentration',
  scope: 'column',
  summary: 'Most rows come from one of several sources',
  severity: 'information',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['distinct', 'values'],
  options: {
    share: { default: 0.8, description: 'Share of rows, from 0 to 1, above which one source counts as dominant.' },
    sources: { default: 3, description: 'Columns with fewer distinct values are not judged: of two sources one is always the bigger.' },
    least: { default: 200, description: 'Columns with fewer values are not judged.' },
  },

  *check({ column, ml, options }) {
    const { summary: { distinct }, values, name: title, index } = column;
    const declared = ml?.group === title;
    const n = present(column);
    const [top] = values;
    if (!top || !(declared || NAMES.test(title.trim())) || n < options.least || distinct.count < options.sources) return;
    const [low, high] = wilsonInterval(top.count, n);
    if (low <= options.share) return;
    const interval = say`${percent(low)} to ${percent(high)}`;
    yield {
      place: { at: 'header', column: index },
      severity: declared ? 'information' : 'hint',
      message: say`${count(top.count, 'row')} of ${n} (95% interval ${interval}) come from one of ${distinct.count} values of ${column}: ${value(top.text, index)}`,
      facts: told({ n, rows: top.count, lowShare: low, highShare: high, sources: distinct.count, threshold: options.share }),
    };
  },
});

/** Columns that say where a row comes from. */
const NAMES = new RegExp([
  '^(?:data[-_ ]?)?(?:source|origin|provenance|site|cent(?:er|re)|hospital|clinic|lab|laboratory|institution|publisher|domain|website|annotator|rater|labell?er)(?:[-_ ]?(?:id|name))?$',
  '^(?:数据来源|来源|出处|医院|机构|站点|中心|标注员|标注者|采集点)$',
].join('|'), 'i');
