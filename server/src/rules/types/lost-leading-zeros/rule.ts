import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, say, value } from '../../../core/message.ts';
import { all, hasClass } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { isNamed } from '../../../util/columnWords.ts';
import { countOfClasses } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'lost-leading-zeros',
  scope: 'column',
  summary: 'A few codes of digits are shorter than the rest, which keep their leading zeros',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    most: { default: 0.2, description: 'Share of shorter codes, from 0 to 1, up to which they count as damaged.' },
    least: { default: 20, description: 'Columns with fewer values are not judged.' },
  },

  ask({ column, options }) {
    const width = widthOf(column, options.least);
    return width === undefined ? undefined : shorter(width);
  },

  *check({ column, options, answer }) {
    const n = present(column);
    const width = widthOf(column, options.least);
    const matches = answer?.matches ?? 0;
    const example = column.values.find(one => one.class === 'digits' || one.text.length === width)?.text;
    if (width === undefined || example === undefined || matches === 0 || matches > n * options.most) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: shorter(width),
      message: say`${column} has ${matched('cell')} of ${n} with fewer digits than codes such as ${value(example, column.index)}: leading zeros seem lost`,
      facts: told({ n, width, threshold: options.most }),
    };
  },
});

const shorter = (width: number): ReturnType<typeof all> => all(hasClass('integer'), { is: 'length', under: width });

/** Codes of which everybody knows how many digits they have; one less is a lost zero even where no code has kept its own. */
const KNOWN: readonly { readonly names: readonly string[]; readonly width: number }[] = [
  { names: ['zip', 'zipcode', 'zip code', 'zip5', 'zcta'], width: 5 },
  { names: ['邮编', '邮政编码'], width: 6 },
];

function knownWidth({ name, summary: { classes, length } }: Column): number | undefined {
  const known = KNOWN.find(({ names }) => isNamed(name, names));
  return known && classes.digits === 0 && length.max === known.width && length.min === known.width - 1 ? known.width : undefined;
}

/** How many digits codes with leading zeros have, where all have as many and no code is longer. */
function widthOf(column: Column, least: number): number | undefined {
  const { classes, length } = column.summary;
  const n = present(column);
  if (n >= least && classes.integer === n && knownWidth(column) !== undefined) return knownWidth(column);
  if (n < least || classes.digits < 2 || classes.integer === 0 || countOfClasses(column, 'digits', 'integer') !== n) return undefined;
  if (length.min === length.max || length.max < SHORTEST) return undefined;
  const widths = new Set(column.values.filter(one => one.class === 'digits').map(({ text }) => text.length));
  return widths.size === 1 && widths.has(length.max) ? length.max : undefined;
}

/** Shorter codes are padded by chance. */
const SHORTEST = 3;
