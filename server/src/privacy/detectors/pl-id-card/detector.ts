import { sumOf731 } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'pl-id-card',
  title: 'Polish identity card number',
  country: 'PL',
  length: [9, 10],
  accepts: written(/^[A-Z]{3} ?\d{6}$/, checks),
  chance: 0.1,
  nameHints: [
    'dowod', 'dowód', 'dowod osobisty', 'dowód osobisty', 'nr dowodu', 'numer dowodu', 'seria i numer dowodu', 'id card number', '波兰身份证件号',
  ],
});

/** Letters count from A = 10; the fourth character is the check digit. */
function checks(text: string): boolean {
  return (sumOf731(text.slice(0, 3)) + 9 * Number(text.charAt(3)) + sumOf731(text.slice(4))) % 10 === 0;
}
