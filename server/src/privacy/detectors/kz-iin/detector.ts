import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'kz-iin',
  title: 'Kazakh identification number (IIN)',
  country: 'KZ',
  length: [12, 12],
  accepts: plain => /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[1-6]\d{5}$/.test(plain) && checks(plain),
  chance: 0.1,
  nameHints: ['iin', 'иин', 'жсн', 'жеке сәйкестендіру нөмірі', '哈萨克斯坦个人识别号'],
});

/** A sum that leaves ten is made again with the weights moved by two; one that leaves ten again is never given out. */
function checks(digits: string): boolean {
  const first = weighted(digits, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
  const second = weighted(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11;
  return (first < 10 ? first : second) === Number(digits.at(-1));
}
