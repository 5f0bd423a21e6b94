import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'meid',
  title: 'device number (MEID)',
  category: 'user.device.device_id',
  basis: 'name',
  length: [14, 18],
  accepts: plain => /^(?:[A-F][\dA-F]|\d{2})[\dA-F]{12}(?:[\dA-F])?$|^\d{18}$/.test(plain.replace(/[ -]/g, '')),
  chance: 0.1,
  nameHints: ['meid', 'esn', 'meid number', '设备识别码'],
});
