import { present, type Column } from '../../../core/column.ts';
import { told } from '../../../core/facts.ts';
import { matched, number, say, type Message } from '../../../core/message.ts';
import type { CellQuery } from '../../../core/query.ts';
import { defineRule } from '../../../core/rule.ts';
import { underSafeHarbor } from '../../../util/anonymous.ts';
import { ABOUT_WORDS, isNamed } from '../../../util/columnWords.ts';

export default defineRule({
  id: 'hipaa-detail-kept',
  scope: 'column',
  summary: 'Dates, ages or postcodes are finer than the safe-harbor method allows',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['numbers', 'values', 'detectors'],
  options: {},

  *check({ column, privacy }) {
    if (!privacy || !underSafeHarbor(privacy) || column.field?.privacy?.notPersonal) return;
    const detail = dates(column) ?? ages(column) ?? postcodes(column);
    if (!detail) return;
    yield {
      place: { at: 'header', column: column.index },
      cells: detail.cells,
      message: detail.message,
      facts: told({ n: present(column) }),
      mirror: [...privacy.node, 'profiles'],
    };
  },
});

interface Detail {
  readonly cells: CellQuery;
  readonly message: Message;
}

/** Dates of a person's life and care. */
const OF_A_PERSON: readonly string[] = [
  'birth', 'dob', 'born', 'death', 'died', 'deceased', 'admission', 'admit', 'admitted', 'discharge', 'discharged', 'visit', 'encounter', 'service',
  'surgery', 'procedure', 'diagnosis', 'diagnosed', 'appointment',
  '出生', '死亡', '入院', '出院', '就诊', '手术', '确诊',
];

function dates(column: Column): Detail | undefined {
  const { date, datetime } = column.summary.classes;
  const own = column.field?.privacy;
  const personal = own?.category?.startsWith('user') === true || own?.special?.includes('hipaa:C') === true || column.evidence.some(({ detector }) => detector.id === 'birth-date');
  if (date + datetime === 0 || !(personal || isNamed(column.name, OF_A_PERSON))) return undefined;
  return {
    cells: { is: 'class', classes: ['date', 'datetime'] },
    message: say`${column} is finer than a year in ${matched('cell')} of ${number(present(column))}; 45 CFR 164.514(b)(2)(i)(C) leaves no more of a date about a person`,
  };
}

/** Where 90 is the greatest age, it stands for all from there on. */
function ages(column: Column): Detail | undefined {
  const { numbers } = column.summary;
  const called = isNamed(column.name, ['age', '年龄', '周岁']) && !isNamed(column.name, ABOUT_WORDS);
  if (numbers === undefined || numbers.max <= TOP_AGE || numbers.max > OLDEST || !(called || column.evidence.some(({ detector }) => detector.id === 'age'))) return undefined;
  return {
    cells: { is: 'beyond', bound: TOP_AGE, side: 'above' },
    message: say`${column} tells ages over 89 in ${matched('cell')} of ${number(present(column))}; 45 CFR 164.514(b)(2)(i)(C) has them in one category, 90 or older`,
  };
}

const TOP_AGE = 90;
const OLDEST = 130;

/** Postcodes of the United States, with their five digits or more. */
function postcodes(column: Column): Detail | undefined {
  const called = isNamed(column.name, ['zip', 'zip code', 'zipcode', 'postcode', 'postal code']) && !isNamed(column.name, ABOUT_WORDS);
  const full = column.values.filter(({ text }) => FULL.test(text)).length;
  if (!called || column.values.length === 0) return undefined;
  if (full * 2 > column.values.length) {
    return {
      cells: { is: 'length', over: 4 },
      message: say`${column} has postcodes of more than three digits in ${matched('cell')} of ${number(present(column))}; 45 CFR 164.514(b)(2)(i)(B) keeps no more than three`,
    };
  }
  const short = column.values.filter(({ text }) => /^\d{1,3}(?:\*\*|XX|xx)?$/.test(text)).length;
  if (short * 2 <= column.values.length) return undefined;
  return {
    cells: { is: 'in', values: SPARSE.flatMap(zip => ['', '**', 'XX', 'xx'].flatMap(rest => [`${zip}${rest}`, ...(zip.startsWith('0') ? [`${Number(zip)}${rest}`] : [])])) },
    message: say`${column} has the beginnings of postcodes of 20,000 people or fewer in ${matched('cell')} of ${number(present(column))}; 45 CFR 164.514(b)(2)(i)(B) has 000 for them`,
  };
}

const FULL = /^\d{5}(?:-?\d{4})?$/;

/** The first three digits under which 20,000 people or fewer lived in the census of 2000, as the guidance of the Office for Civil Rights lists them. */
const SPARSE: readonly string[] = ['036', '059', '063', '102', '203', '556', '692', '790', '821', '823', '830', '831', '878', '879', '884', '890', '893'];
