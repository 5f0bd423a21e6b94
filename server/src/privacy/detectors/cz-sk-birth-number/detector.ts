import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'cz-sk-birth-number',
  title: 'Czech or Slovak birth number (rodné číslo)',
  country: 'CZ',
  length: [9, 11],
  accepts: plain => WRITTEN.test(plain) && (OLD.test(plain) || checks(plain.replace('/', ''))),
  chance: 0.1,
  nameHints: ['rodne cislo', 'rodné číslo', 'rodnecislo', 'rc', 'rč', 'birth number', '捷克或斯洛伐克出生号'],
});

const WRITTEN = /^\d{2}(?:[0257][1-9]|[1368][0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\/\d{3,4})$/;
/** Until 1953 there was no check digit; without the slash nothing would tell such a number from any other. */
const OLD = /^[0-5]\d{5}\/\d{3}$/;

/** The whole is a multiple of eleven; a remainder of ten was written as zero until 1985. */
const checks = (digits: string): boolean =>
  digits.length === 10 && (Number(digits) % 11 === 0 || (Number(digits.slice(0, 9)) % 11 === 10 && digits.endsWith('0')));
