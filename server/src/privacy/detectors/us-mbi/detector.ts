import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'us-mbi',
  title: 'Medicare beneficiary number of the United States (MBI)',
  country: 'US',
  category: 'user.health_and_medical.record_id',
  basis: 'shape',
  length: [11, 13],
  accepts: plain =>
    /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d(-?)[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d\1[AC-HJKMNP-RT-Y]{2}\d{2}$/.test(plain),
  chance: 0.0001,
  nameHints: ['mbi', 'medicare', 'medicare number', 'medicare id', 'beneficiary id', 'hicn', '美国联邦医保受益人号'],
});
