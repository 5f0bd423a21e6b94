import { sumOf731 } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'mrz-line',
  title: 'machine-readable line of a travel document',
  category: 'user.government_id.passport_number',
  alone: true,
  length: [30, 89],
  accepts: plain => plain.split(/[\r\n]+/).every(line => NAMES.test(line) || isNumberLine(line) || CARD.test(line)),
  chance: 0.001,
  nameHints: ['mrz', 'mrz1', 'mrz2', 'mrz line', 'machine readable zone', '旅行证件机读行'],
});

/** The line with the names: kind of document, issuing state, surname, two fillers, given names; its length is that of a format. */
const NAMES = /^(?=.{36}$|.{44}$)[PVAIC][A-Z<][A-Z<]{3}[A-Z]+(?:<[A-Z]+)*<<[A-Z<]+$/;
/** First and last line of a card of three lines. */
const CARD = /^(?=.{30}$)(?:[AIC][A-Z<][A-Z<]{3}[A-Z\d<]{9}[\d<][A-Z\d<]{15}|[A-Z]+(?:<[A-Z]+)*<<[A-Z<]+<)$/;
const NUMBERS = /^([A-Z\d<]{9})(\d)[A-Z<]{3}(\d{6})(\d)[MFX<](\d{6})(\d)[A-Z\d<]+$/;
const DATES = /^(\d{6})(\d)[MFX<](\d{6})(\d)[A-Z<]{3}[A-Z\d<]{11}\d$/;

/** A line with the number, the birthday and the day of expiry, each with its check digit. */
function isNumberLine(line: string): boolean {
  const parts = line.length === 30 ? DATES.exec(line) : line.length === 36 || line.length === 44 ? NUMBERS.exec(line) : null;
  const fields = parts?.slice(1) ?? [];
  return fields.length > 0 && fields.every((field, i) => i % 2 === 1 || sumOf731(field) % 10 === Number(fields[i + 1]));
}
