import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { dataFact, told, type Facts } from '../../../core/facts.ts';
import { count, figure, matched, say, value } from '../../../core/message.ts';
import type { Fix } from '../../../core/problem.ts';
import { replaceWith } from '../../../core/problem.ts';
import { all, hasClass, isOutside, not } from '../../../core/query.ts';
import type { Reading } from '../../../core/reading.ts';
import { defineRule } from '../../../core/rule.ts';
import { sentinelsOf } from '../../../util/sentinels.ts';
import type { Sentinel } from '../../../util/sentinels.ts';
import { hintsOf } from '../../../util/sentinelNames.ts';

export default defineRule({
  id: 'sentinel-number',
  scope: 'column',
  summary: 'A number such as -999 stands where a value is missing',
  severity: 'warning',
  dimension: 'completeness',
  since: '0.1.0',
  needs: ['numbers', 'quantiles'],
  options: { least: { default: 30, description: 'Columns with fewer numbers are not judged.' } },

  *check({ column, reading, ml, options }) {
    const { numbers } = column.summary;
    if (!numbers || numbers.count < options.least || numbers.count < present(column) * NUMERIC || isDeclared(column) || ml?.target === column.name) return;
    for (const sentinel of sentinelsOf(numbers, hintsOf(column.name))) {
      const { from, to, count: n } = sentinel.rest;
      const others = say`${count(n, 'value')} (${figure(round(from), column.index)} to ${figure(round(to), column.index)})`;
      const fix = fixFor(column, reading);
      yield {
        place: { at: 'header', column: column.index },
        cells: all(hasClass('integer', 'float'), not(isOutside(sentinel.value, sentinel.value))),
        message: say`${column} is ${figure(sentinel.value, column.index)} in ${matched('cell')}, far from the other ${others}: it looks like a stand-in for a missing value`,
        facts: factsOf(sentinel, column.index),
        ...(fix && { fix }),
      };
    }
  },
});

/** Share of present cells that must be numbers. */
const NUMERIC = 0.9;

/** Declared bounds and lists of values are held against every cell by rules of their own. */
function isDeclared({ field }: Column): boolean {
  const { minimum, maximum, enum: allowed } = field?.constraints ?? {};
  return minimum !== undefined || maximum !== undefined || allowed !== undefined;
}

const factsOf = ({ value: sentinel, rest }: Sentinel, column: number): Facts =>
  told({ n: rest.count }, { sentinel: dataFact(sentinel, column), from: dataFact(rest.from, column), to: dataFact(rest.to, column) });

/** Three digits: bounds behind a sentinel are known to within less than a percent. */
const round = (bound: number): number => Number(bound.toPrecision(3));

function fixFor({ nullSpellings }: Column, { nullTokens }: Reading): Fix | undefined {
  const usual = nullSpellings[0]?.text ?? (nullTokens.includes('') ? '' : nullTokens[0]);
  if (usual === undefined) return undefined;
  return { title: usual === '' ? say`Empty the cells` : say`Replace with ${value(usual, -1)}`, safety: 'unsafe', change: replaceWith(usual) };
}
