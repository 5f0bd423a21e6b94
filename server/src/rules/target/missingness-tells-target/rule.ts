import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, number, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import type { SampleColumn } from '../../../core/sample.ts';
import { featuresOf, targetOf } from '../../../core/target.ts';
import { contingency, correlationRatio, cramersV } from '../../../util/statistics/contingency.ts';
import type { Coded } from '../../../util/statistics/contingency.ts';

export default defineRule({
  id: 'missingness-tells-target',
  scope: 'table',
  summary: 'Whether a value is missing depends on the target',
  severity: 'warning',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['counts', { pair: 'target' }],
  options: {
    least: { default: 0.5, description: 'Association of "missing" with the target, from 0 to 1 (Cramer\'s V, or the correlation ratio for quantities), from which on it is reported.' },
    gaps: { default: 20, description: 'Rows without a value, and with one, that there must be at least.' },
  },

  *check({ table: { columns, ml, sample }, options }) {
    const target = targetOf(columns, ml);
    const answers = target && sample?.column(target.column.index);
    if (!target || !sample || !answers) return;
    for (const feature of featuresOf(columns, target.column, ml).filter(({ summary }) => summary.missing >= options.gaps)) {
      const values = sample.column(feature.index);
      const gaps = values && gapsOf(values);
      yield;
      if (!gaps || Math.min(gaps.missing, gaps.present) < options.gaps) continue;
      const strength = association(gaps, answers);
      if (strength === undefined || strength.value < options.least) continue;
      yield {
        place: { at: 'header', column: feature.index },
        severity: target.declared ? 'warning' : 'hint',
        message: tell(feature, target.column, strength, { rows: gaps.missing, whole: sample.whole }),
        facts: told({ association: strength.value, missing: gaps.missing, n: sample.rows.length, threshold: options.least }),
        related: [{ place: { at: 'header', column: target.column.index }, message: say`The target` }],
      };
    }
  },
});

/** Classes a target is counted by; beyond that it is a quantity. */
const MOST_CLASSES = 20;

/** Code 1 where the value is missing. */
interface Gaps extends Coded {
  readonly missing: number;
  readonly present: number;
}

function gapsOf({ codes, present }: SampleColumn): Gaps {
  return { codes: codes.map(code => (code < 0 ? 1 : 0)), levels: 2, missing: codes.length - present, present };
}

interface Strength {
  readonly value: number;
  readonly of: 'classes' | 'quantity';
}

function association(gaps: Gaps, target: SampleColumn): Strength | undefined {
  if (target.levels <= MOST_CLASSES) {
    const table = contingency(gaps, target);
    const value = table && cramersV(table);
    return value === undefined ? undefined : { value, of: 'classes' };
  }
  const value = target.numeric >= target.present * 0.9 ? correlationRatio(gaps, target.numbers) : undefined;
  return value === undefined ? undefined : { value, of: 'quantity' };
}

function tell(feature: Column, target: Column, { value, of }: Strength, { rows, whole }: { readonly rows: number; readonly whole: boolean }): Message {
  const measure = of === 'classes' ? say`Cramer's V` : say`the correlation ratio`;
  const strength = number(Math.round(value * 1000) / 1000);
  return whole
    ? say`Whether ${feature} is missing (${count(rows, 'row')}) depends on ${target}: ${measure} is ${strength}`
    : say`Whether ${feature} is missing (${count(rows, 'row')} of a sample) depends on ${target}: ${measure} is ${strength}`;
}
