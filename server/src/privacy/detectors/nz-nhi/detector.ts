import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'nz-nhi',
  title: 'New Zealand health number (NHI)',
  country: 'NZ',
  category: 'user.health_and_medical.record_id',
  length: [7, 7],
  accepts: plain => /^[A-HJ-NP-Z]{3}\d{4}$/.test(plain) && checks(plain),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['nhi', 'nhi number', 'national health index', '新西兰健康索引号'],
});

/** Letters count from A = 1 without I and O; a remainder of nought is never given out. */
function checks(text: string): boolean {
  const values = [...text.slice(0, 6)].map(character => (character < 'A' ? Number(character) : 'ABCDEFGHJKLMNPQRSTUVWXYZ'.indexOf(character) + 1));
  const rest = values.reduce((sum, value, i) => sum + value * (7 - i), 0) % 11;
  return rest !== 0 && (11 - rest) % 10 === Number(text.charAt(6));
}
