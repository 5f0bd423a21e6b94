import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'parquet-layout',
  scope: 'document',
  summary: 'The row groups of a Parquet file are very large or very small',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {
    most: { default: 1_048_576, description: 'Rows a row group may have.' },
    least: { default: 5000, description: 'Rows the groups should have on average, where there are many.' },
  },

  *check({ facts, options }) {
    const { groups = 0, rows = 0, largest = 0, bytes = 0 } = facts.find(({ kind }) => kind === 'row-groups')?.numbers ?? {};
    const place = { at: 'file' } as const;
    if (largest > options.most) {
      const message = say`The largest row group has ${count(largest, 'row')}, more than ${number(options.most)}: whoever reads a few rows must read and hold all of them`;
      yield { place, message, facts: told({ largest, most: options.most }) };
    } else if (groups >= MANY && rows / groups < options.least && bytes / groups < SMALL) {
      const average = Math.round(rows / groups);
      const message = say`The file has ${number(groups)} row groups of ${count(average, 'row')} on average, fewer than ${number(options.least)}: it is larger and slower to read than it need be`;
      yield { place, message, facts: told({ groups, average, least: options.least }) };
    }
  },
});

/** Groups from which on they are many. */
const MANY = 10;
/** Bytes from which on a group of few rows is no small one: rows that hold images or long texts. */
const SMALL = 8 * 1024 * 1024;
