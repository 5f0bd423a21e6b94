import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'imsi',
  title: 'subscriber number of a mobile network (IMSI)',
  category: 'user.device.device_id',
  basis: 'name',
  length: [14, 15],
  accepts: plain => /^[2-7]\d{13,14}$/.test(plain),
  chance: 0.7,
  threshold: 0.9,
  nameHints: ['imsi', 'imsi number', 'subscriber id', '国际移动用户识别码'],
});
