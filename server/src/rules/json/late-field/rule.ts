import { told } from '../../../core/facts.ts';
import { fieldsOf } from '../../../core/fields.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'late-field',
  scope: 'document',
  summary: 'A key has its first value long after the first record',
  severity: 'information',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {
    rows: { default: 1000, description: 'Rows without a value of the key, from the first one on, above which it is reported.' },
  },

  *check({ facts, reading, options }) {
    for (const { column, firstValue, counts } of fieldsOf(facts)) {
      if (!reading || firstValue <= options.rows) continue;
      const key = { name: reading.header[column] ?? '' };
      const before = count(firstValue, 'row');
      yield {
        // Arrays and objects may have columns of their own, and then the row must do.
        place: counts.arrays + counts.objects > 0 ? { at: 'row', row: firstValue } : { at: 'cell', row: firstValue, column },
        ...(firstValue > SAMPLE && { severity: 'warning' as const }),
        message: counts.nulls > 0
          ? say`${key} has no value but null in the first ${before}; loaders that take types from the first rows take null for its type, and fail here`
          : say`${key} does not occur in the first ${before}; loaders that take columns from the first rows drop it, or fail here`,
        facts: told({ rows: firstValue, threshold: options.rows }),
      };
    }
  },
});

/** Rows DuckDB looks at by default, the most of the common loaders that count rows. */
const SAMPLE = 20_480;
