import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'es-nss',
  title: 'Spanish social security number',
  country: 'ES',
  length: [11, 14],
  accepts: written(/^(?:0[1-9]|[1-4]\d|5[0-3]|66)([ \/-]?)\d{7,8}\1\d{2}$/, digits => {
    const [province, number, check] = [Number(digits.slice(0, 2)), Number(digits.slice(2, -2)), Number(digits.slice(-2))];
    return (number < 10_000_000 ? number + province * 10_000_000 : Number(digits.slice(0, -2))) % 97 === check;
  }),
  chance: 0.012,
  nameHints: [
    'nss', 'naf', 'numero seguridad social', 'número seguridad social', 'seguridad social', 'num seg social', 'afiliacion', '西班牙社会保障号',
  ],
});
