import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import type { FixedForm } from '../../../core/form.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { hasForm, not } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { formTest } from '../../../util/lexical/forms.ts';
import type { FormTest } from '../../../util/lexical/forms.ts';
import { FEWEST, leastShare, MAJORITY } from '../../../util/lexical/share.ts';

export default defineRule({
  id: 'invalid-format',
  scope: 'column',
  summary: 'A few values of a column of addresses or identifiers are malformed',
  severity: 'warning',
  dimension: 'validity',
  since: '0.1.0',
  needs: ['counts', 'values'],
  options: {
    most: { default: 0.1, description: 'Share of other values, from 0 to 1, up to which they count as malformed.' },
    least: { default: FEWEST, description: 'Columns with fewer values are not judged.' },
  },

  ask({ column, options }) {
    const format = formatOf(column, options.least);
    return format && not(hasForm(format.form));
  },

  *check({ column, options, answer }) {
    const n = present(column);
    const format = formatOf(column, options.least);
    const matches = answer?.matches ?? 0;
    if (!format || matches === 0 || matches > n * options.most) return;
    const { isFine } = format;
    const strays = column.values.filter(({ text }) => !isFine(text)).slice(0, SHOWN).map(one => value(one.text, column.index));
    yield {
      place: { at: 'header', column: column.index },
      cells: not(hasForm(format.form)),
      message: strays.length === 0
        ? say`${column} holds ${format.noun} but in ${matched('cell')} of ${n}`
        : say`${column} holds ${format.noun} but in ${matched('cell')} of ${n}, such as ${list(strays)}`,
      facts: told({ n, format: format.form, threshold: options.most }),
    };
  },
});

const SHOWN = 3;

interface Format {
  readonly form: FixedForm;
  readonly isFine: FormTest;
  readonly noun: Message;
  /** Length of the shortest one, in bytes: a shorter cell shows that there is something to find. */
  readonly shortest: number;
  readonly longest: number;
}

const FORMATS: readonly Format[] = [
  { form: 'url', isFine: formTest('url'), noun: say`web addresses`, shortest: 10, longest: 2083 },
  { form: 'email', isFine: formTest('email'), noun: say`e-mail addresses`, shortest: 6, longest: 254 },
  { form: 'uuid', isFine: formTest('uuid'), noun: say`UUIDs`, shortest: 36, longest: 36 },
  { form: 'ip', isFine: formTest('ip'), noun: say`IP addresses`, shortest: 2, longest: 49 },
  { form: 'mac', isFine: formTest('mac'), noun: say`MAC addresses`, shortest: 17, longest: 17 },
];

/** The format of most values, where the summary or the texts at hand show that some cells are not of it: a clean column is not read again. */
function formatOf(column: Column, least: number): Format | undefined {
  const { classes, length, withAt } = column.summary;
  const n = present(column);
  if (n < least || classes.text < n * MAJORITY || (column.field?.format ?? 'default') !== 'default') return undefined;
  const format = FORMATS.find(({ isFine }) => looksLike(column, isFine) && leastShare(column, ({ text }) => isFine(text)) >= MAJORITY);
  if (!format) return undefined;
  const shows = classes.text < n || length.min < format.shortest || length.max > format.longest || (format.form === 'email' && withAt < n);
  return shows || column.values.some(({ text }) => !format.isFine(text)) ? format : undefined;
}

/** One of the first few is enough for a closer look. */
const looksLike = ({ values }: Column, isFine: FormTest): boolean => values.slice(0, FIRST_LOOK).some(({ text }) => isFine(text));
const FIRST_LOOK = 4;
