import { present } from '../../../core/column.ts';
import type { Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import type { FixedForm } from '../../../core/form.ts';
import { list, matched, say, value } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { all, hasClass, hasForm } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import type { PresentClass } from '../../../core/summary.ts';
import { formTest } from '../../../util/lexical/forms.ts';
import { countOfClasses, MAJORITY } from '../../../util/lexical/share.ts';
import { isCutNumber } from '../../../util/lexical/spreadsheets.ts';

export default defineRule({
  id: 'spreadsheet-damage',
  scope: 'column',
  summary: 'A spreadsheet left an error, a date or a rounded number in place of a value',
  severity: 'warning',
  dimension: 'accuracy',
  since: '0.1.0',
  needs: ['numbers', 'values'],
  options: {},

  *check({ column }) {
    const n = present(column);
    for (const damage of DAMAGES) {
      if (column.summary.classes[damage.class] === 0) continue;
      const isOfForm = formTest(damage.form);
      const seen = column.values.filter(one => one.class === damage.class && isOfForm(one.text));
      if (!damage.isLikely(column, seen.length)) continue;
      const examples = seen.slice(0, SHOWN).map(one => value(one.text, column.index));
      yield {
        place: { at: 'header', column: column.index },
        cells: all(hasClass(damage.class), hasForm(damage.form)),
        message: examples.length === 0 ? damage.words(column) : say`${damage.words(column)}, such as ${list(examples)}`,
        facts: told({ n, damage: damage.form }),
      };
    }
  },
});

const SHOWN = 3;

interface Damage {
  readonly form: FixedForm;
  /** Class the kernel gives such cells. */
  readonly class: PresentClass;
  words(column: Column): Message;
  /** `seen`: values of the form among the texts at hand. */
  isLikely(column: Column, seen: number): boolean;
}

const DAMAGES: readonly Damage[] = [
  {
    form: 'spreadsheet-error', class: 'text',
    words: column => say`${column} has ${matched('cell')} with the error of a spreadsheet`,
    isLikely: (column, seen) => seen > 0 || countOfClasses(column, 'integer', 'float', 'date', 'datetime') >= present(column) * MAJORITY,
  },
  {
    form: 'spreadsheet-date', class: 'text',
    words: column => say`${column} has ${matched('cell')} that a spreadsheet took for a date`,
    isLikely: (column, seen) => (isNamedLikeGene(column) ? seen === 0 || areFew(column, 'spreadsheet-date') : looksLikeCodes(column) && seen > 0 && seen * 5 < column.values.length),
  },
  {
    form: 'spreadsheet-exponent', class: 'float',
    words: column => say`${column} holds long numbers, and a spreadsheet rounded those of ${matched('cell')}`,
    isLikely: (column, seen) => (seen > 0 || column.summary.classes.float * 10 < present(column)) && areLongNumbers(column),
  },
  {
    form: 'cut-digits', class: 'integer',
    words: column => say`${column} has ${matched('cell')} of 16 digits and more with zeros behind the fifteenth, where spreadsheets cut`,
    isLikely: (column, seen) => seen >= FEWEST_CUT && column.values.every(({ text, class: kind }) => kind !== 'integer' || text.length < 16 || isCutNumber(text)),
  },
];

/** A number ends in a zero one time in ten, so many of them all do so for a reason. */
const FEWEST_CUT = 8;

const isNamedLikeGene = ({ name }: Column): boolean => /gene|symbol|hgnc|基因/i.test(name);

/** At most every fifth cell of the values at hand. */
function areFew({ values }: Column, form: FixedForm): boolean {
  const isOfForm = formTest(form);
  const cells = values.reduce((sum, one) => sum + one.count, 0);
  return values.reduce((sum, one) => sum + (isOfForm(one.text) ? one.count : 0), 0) * 5 < cells;
}

/** Short words of capitals and digits, as symbols of genes and article numbers are. */
function looksLikeCodes({ values }: Column): boolean {
  const codes = values.filter(({ text }) => /^[A-Z][A-Z\d.-]{1,11}$/.test(text) && /\d/.test(text)).length;
  return values.length >= 10 && codes >= values.length / 2;
}

/** Whole numbers of twelve digits and more beside those with a power of ten; or powers of ten in a column named as a number of something. */
function areLongNumbers({ name, summary: { classes, numbers }, values }: Column): boolean {
  const whole = values.filter(one => one.class === 'integer' && one.text.length >= 11).length;
  const named = CHINESE.test(name) || name.toLowerCase().split(/[^\p{L}]+/u).some(word => NAMES.has(word));
  return numbers !== undefined && numbers.max >= 1e11 && (named || (classes.integer > 0 && 2 * whole >= values.filter(one => one.class === 'integer').length));
}

const NAMES: ReadonlySet<string> = new Set('id ean gtin upc isbn imei iccid barcode phone mobile tel account card code number no'.split(' '));
const CHINESE = /编号|号码|卡号|条码|手机|电话|身份证/;
