import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { count, matched, name, number, percent, say, value } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import type { Related } from '../../../core/problem.ts';
import type { Place } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';
import type { SampleColumn } from '../../../core/sample.ts';
import { featuresOf, namedLikeKey, targetOf } from '../../../core/target.ts';
import type { Target } from '../../../core/target.ts';
import { probabilitiesWithout } from '../../../util/statistics/classForest.ts';
import type { SteppedFeature } from '../../../util/statistics/classForest.ts';
import { accuracyOf, suspectsOf } from '../../../util/statistics/confidentLearning.ts';
import type { Suspect } from '../../../util/statistics/confidentLearning.ts';
import { stepsOfCodes, stepsOfNumbers } from '../../../util/statistics/steps.ts';

export default defineRule({
  id: 'suspect-label',
  scope: 'table',
  summary: 'A few labels contradict what all other rows teach',
  severity: 'hint',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['distinct', 'values', { pair: 'target' }],
  heavy: true,
  options: {
    margin: { default: 0.7, description: 'How much likelier, from 0 to 1, another class must be than the label.' },
    accuracy: { default: 0.92, description: 'Share of the other rows, from 0 to 1, that the model must get right for its word to count.' },
    most: { default: 0.1, description: 'Share of suspect labels, from 0 to 1, above which it is the model that is wrong.' },
    least: { default: 100, description: 'Tables with fewer rows are not judged.' },
  },

  *check({ table, options }) {
    const { columns, ml, records, sample } = table;
    const target = targetOf(columns, ml);
    const labels = target && hasClasses(target) ? sample?.column(target.column.index) : undefined;
    if (!sample || !target || !labels || records < options.least || labels.levels < 2) return;
    const features = featuresOf(columns, target.column, ml).filter(({ name: its }) => !namedLikeKey(its)).flatMap(column => steppedOf(sample.column(column.index)));
    if (features.length < 2) return;
    const probabilities = probabilitiesWithout(features, labels);
    const suspects = suspectsOf(probabilities, labels).filter(({ own, other }) => other - own >= options.margin);
    const accuracy = accuracyOf(probabilities, withoutRows(labels, suspects));
    if (accuracy < options.accuracy || suspects.length === 0 || suspects.length > labels.present * options.most) return;
    const { index } = target.column;
    const cellOf = ({ row }: Suspect): Place => ({ at: 'cell', row: sample.rows[row] ?? 0, column: index });
    const usual = percent(Math.round(accuracy * 1000) / 1000);
    const rows = sample.whole ? say`${count(labels.present - suspects.length, 'row')}` : say`a sample of ${count(labels.present - suspects.length, 'row')}`;
    yield {
      place: { at: 'header', column: index },
      places: suspects.slice(0, LISTED).map(cellOf),
      total: suspects.length,
      message: say`${matched('cell')} of ${target.column} may be wrong: a model that learnt from the other rows, and is right in ${usual} of ${rows} besides, is sure of another class there`,
      facts: told({ accuracy, n: labels.present, margin: options.margin }),
      related: mostCertain(suspects).map((suspect): Related => ({ place: cellOf(suspect), message: expected(suspect, target.column, labels) })),
    };
  },
});

/** Places a problem lists. */
const LISTED = 1000;
/** Suspects that are spoken of one by one. */
const TOLD = 10;
const MOST_CLASSES = 50;
/** Rows a class must have on average to be learnt. */
const ROWS_PER_CLASS = 20;

function hasClasses({ column, task }: Target): boolean {
  const { distinct, classes } = column.summary;
  return task !== 'regression' && classes.float === 0 && distinct.count <= MOST_CLASSES && distinct.count * ROWS_PER_CLASS <= present(column);
}

/** Quantities, and categories that repeat themselves; nothing can be learnt of texts here. */
function steppedOf(column: SampleColumn | undefined): readonly SteppedFeature[] {
  if (!column || column.levels < 2) return [];
  if (column.numeric >= column.present * 0.9) return [stepsOfNumbers(column.numbers)];
  return column.levels * 2 <= column.present ? [stepsOfCodes(column)] : [];
}

/** The same labels without those of some rows. */
function withoutRows({ codes, levels }: SampleColumn, suspects: readonly Suspect[]): { readonly codes: Int32Array; readonly levels: number } {
  const others = codes.slice();
  for (const { row } of suspects) others[row] = -1;
  return { codes: others, levels };
}

/** The most certain ones, in file order. */
const mostCertain = (suspects: readonly Suspect[]): readonly Suspect[] =>
  [...suspects].sort((a, b) => (b.other - b.own) - (a.other - a.own) || a.row - b.row).slice(0, TOLD).sort((a, b) => a.row - b.row);

function expected({ likelier, own, other }: Suspect, target: Column, labels: SampleColumn): Message {
  const hash = labels.hashOf(likelier);
  const known = target.values.find(one => one.hash === hash);
  const text: Part = known ? value(known.text, target.index) : name(`#${likelier + 1}`);
  return say`The others suggest ${text}: ${number(rounded(other))} against ${number(rounded(own))}`;
}

const rounded = (probability: number): number => Math.round(probability * 100) / 100;
