import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'be-national-number',
  title: 'Belgian national register number',
  country: 'BE',
  length: [11, 15],
  accepts: plain => {
    const digits = plain.replace(/^(\d{2})\.(\d{2})\.(\d{2})-(\d{3})\.(\d{2})$/, '$1$2$3$4$5');
    return WRITTEN.test(digits) && ['', '2'].some(century => 97 - (Number(century + digits.slice(0, 9)) % 97) === Number(digits.slice(9)));
  },
  chance: 0.021,
  nameHints: ['rijksregisternummer', 'rrn', 'nrn', 'national register number', 'insz', 'niss', 'numero national', 'registre national'],
  mask: () => '••.••.••-•••.••',
});

/** Birthday, serial, key; a 2 stands before the number of whoever was born since 2000. */
const WRITTEN = /^\d{2}(?:0[0-9]|1[0-2])(?:[0-2]\d|3[01])\d{5}$/;
