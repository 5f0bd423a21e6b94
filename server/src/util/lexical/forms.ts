import type { FixedForm, Form } from '../../core/form.ts';
import { isEmail, isIp, isMac, isUrl, isUuid } from './addresses.ts';
import { jsonCell, listLength } from './cells.ts';
import { datatypeTest } from './datatypes.ts';
import { readDate } from './dates.ts';
import type { WrittenDate } from './dates.ts';
import { maskedForm } from './masked.ts';
import { isNotFinite, isWholeDecimal, plainNumber, readNumber } from './numbers.ts';
import { isLost, isMojibake } from '../mojibake.ts';
import { separated } from './separators.ts';
import { isCutNumber, isSpreadsheetDate, isSpreadsheetError, isSpreadsheetExponent } from './spreadsheets.ts';
import { strptime } from './strptime.ts';
import { hasZone, mayBeMoment } from './times.ts';
import { isWellKnownText } from './wellKnownText.ts';

/** Whether a text has a form. Pure and the same for rules, which see a sample, and for the engine, which sees every cell. */
export type FormTest = (text: string) => boolean;

/** The test of a form; one that no text passes where the form means nothing, such as a format of strptime that is none. */
export function formTest(form: Form): FormTest {
  const [kind = '', ...rest] = form.split(':');
  const fixed = isFixed(form) ? FIXED[form] : undefined;
  return fixed ?? FAMILIES[kind]?.(rest.join(':')) ?? (() => false);
}

const isFixed = (form: string): form is FixedForm => Object.hasOwn(FIXED, form);

const isNumberWith = (decimal: 'point' | 'comma'): FormTest => text => {
  const number = readNumber(text);
  return number !== undefined && plainNumber(number, decimal) !== undefined;
};

const hasReading = (test: (reading: WrittenDate) => boolean): FormTest => text => readDate(text)?.readings.some(test) === true;

/** Every reading of the text passes, and there is one. */
const onlyReads = (test: (reading: WrittenDate) => boolean): FormTest => text => {
  const readings = readDate(text)?.readings ?? [];
  return readings.length > 0 && readings.every(test);
};

const FIXED: Readonly<Record<FixedForm, FormTest>> = {
  'number': isNumberWith('point'),
  'number:comma': isNumberWith('comma'),
  'decimal:comma': text => readNumber(text)?.decimal === 'comma',
  'decimal:point': text => readNumber(text)?.decimal === 'point',
  'decimal:either': text => readNumber(text)?.decimal.startsWith('either') === true,
  'unit': text => (readNumber(text)?.unit ?? '') !== '',
  'not-finite': isNotFinite,
  'whole-decimal': isWholeDecimal,
  'date': hasReading(() => true),
  'impossible-date': text => readDate(text)?.impossible === true,
  'two-digit-year': onlyReads(({ shortYear }) => shortYear),
  'day-first': onlyReads(({ layout }) => /^d[-/]m/.test(layout)),
  'month-first': onlyReads(({ layout }) => /^m[-/]d/.test(layout)),
  'with-zone': hasReading(({ time }) => time !== '' && hasZone(time)),
  'without-zone': hasReading(({ time }) => time !== '' && !hasZone(time)),
  'spreadsheet-error': isSpreadsheetError,
  'spreadsheet-date': isSpreadsheetDate,
  'spreadsheet-exponent': isSpreadsheetExponent,
  'cut-digits': isCutNumber,
  'mojibake': isMojibake,
  'lost-characters': isLost,
  'json': text => jsonCell(text) !== undefined,
  'url': isUrl,
  'email': isEmail,
  'uuid': isUuid,
  'ip': isIp,
  'mac': isMac,
  'wkt': isWellKnownText,
  'any-moment': mayBeMoment,
  'masked': text => maskedForm(text) !== undefined,
};

/** Forms with a parameter, by what stands before the colon. */
const FAMILIES: Readonly<Record<string, (parameter: string) => FormTest | undefined>> = {
  date: layout => hasReading(reading => reading.layout === layout),
  unit: parameter => {
    const [unit, factor] = parameter.split('*');
    return text => {
      const number = readNumber(text);
      return number?.unit === unit && (factor === undefined || number?.factor === Number(factor));
    };
  },
  list: length => text => listLength(text) === Number(length),
  strptime,
  separators: characters => separated([...characters]),
  datatype: datatypeTest,
};
