import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, list, name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { TableSample } from '../../../core/sample.ts';

export default defineRule({
  id: 'missing-pattern',
  scope: 'table',
  summary: 'Several columns are missing in the same rows',
  severity: 'hint',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts', 'sample'],
  heavy: true,
  options: {
    share: { default: 0.9, description: 'Of the rows in which one of two columns is missing, the share, from 0 to 1, in which both are.' },
    gaps: { default: 20, description: 'Rows without a value that a column must have at least.' },
  },

  *check({ table: { columns, sample }, options }) {
    if (!sample) return;
    const gapped = columns.filter(({ summary }) => summary.missing >= options.gaps && summary.missing < summary.cells).slice(0, MOST_COLUMNS);
    for (const { members, rows } of groupsOf(gapped, sample, options)) {
      const [first, ...others] = members;
      if (!first || others.length === 0) continue;
      const together = list(members.slice(0, SHOWN).map(column => name(column.name)));
      yield {
        place: { at: 'header', column: first.index },
        message: sample.whole
          ? say`${count(members.length, 'column')} are missing together in ${count(rows, 'row')}: ${together}`
          : say`${count(members.length, 'column')} are missing together in ${count(rows, 'row')} of a sample of ${count(sample.rows.length, 'row')}: ${together}`,
        facts: told({ columns: members.length, rows, n: sample.rows.length, threshold: options.share }),
        related: others.slice(0, SHOWN).map(column => ({ place: { at: 'header', column: column.index } as const, message: say`Missing in the same rows` })),
      };
    }
  },
});

const MOST_COLUMNS = 100;
/** Columns a message names. */
const SHOWN = 8;

interface Group {
  readonly gaps: Uint8Array;
  readonly members: Column[];
  readonly rows: number;
}

/** Each column joins the first group whose first member is missing where it is missing. */
function groupsOf(columns: readonly Column[], sample: TableSample, { share, gaps: least }: { readonly share: number; readonly gaps: number }): readonly Group[] {
  const groups: Group[] = [];
  for (const column of columns) {
    const codes = sample.column(column.index)?.codes;
    if (!codes) continue;
    const gaps = Uint8Array.from(codes, code => (code < 0 ? 1 : 0));
    const rows = gaps.reduce((sum, gap) => sum + gap, 0);
    if (rows < least) continue;
    const group = groups.find(one => overlap(one.gaps, gaps) >= share);
    if (group) group.members.push(column);
    else groups.push({ gaps, members: [column], rows });
  }
  return groups;
}

/** Jaccard similarity of two sets of rows. */
function overlap(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    const [one, other] = [a[i] ?? 0, b[i] ?? 0];
    both += one & other;
    either += one | other;
  }
  return either === 0 ? 0 : both / either;
}
