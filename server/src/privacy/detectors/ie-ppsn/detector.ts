import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ie-ppsn',
  title: 'Irish personal public service number (PPSN)',
  country: 'IE',
  length: [8, 9],
  accepts: written(/^\d{7}[A-W][ABHWTX]?$/, checks),
  chance: 1 / 23,
  nameHints: ['pps', 'ppsn', 'pps number', 'pps no', 'personal public service number', 'uimhir psp', '爱尔兰个人公共服务号'],
});

/** Modulo 23, the second letter counted nine times; W stands for zero. */
function checks(text: string): boolean {
  const second = text.charAt(8);
  const letter = second === '' || second === 'W' ? 0 : second.charCodeAt(0) - 64;
  return 'WABCDEFGHIJKLMNOPQRSTUV'.charAt((weighted(text, [8, 7, 6, 5, 4, 3, 2]) + letter * 9) % 23) === text.charAt(7);
}
