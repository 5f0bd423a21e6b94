import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'uk-driving-licence',
  title: 'British driving licence number',
  country: 'GB',
  category: 'user.government_id.drivers_license_number',
  basis: 'shape',
  length: [16, 18],
  accepts: plain =>
    /^(?:[A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9{4})\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d|3[01])\d[A-Z9]{2}[A-Z2-9][A-Z]{2}(?: ?\d{2})?$/.test(plain),
  chance: 0.01,
  nameHints: ['driving licence', 'driving license', 'driver number', 'licence number', 'license number', 'driver licence', '英国驾照号'],
});
