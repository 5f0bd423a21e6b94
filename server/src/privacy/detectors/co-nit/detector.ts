import { weighted } from '../../../util/checkDigits.ts';
import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'co-nit',
  title: 'Colombian tax number (NIT)',
  country: 'CO',
  category: 'user.unique_id',
  length: [9, 15],
  accepts: written(/^\d{1,3}(?:\.\d{3}){2,3}-\d$|^\d{8,10}-\d$/, digits => {
    const rest = weighted([...digits.slice(0, -1)].reverse().join(''), [3, 7, 13, 17, 19, 23, 29, 37, 41, 43].slice(0, digits.length - 1)) % 11;
    return (rest < 2 ? rest : 11 - rest) === Number(digits.at(-1));
  }),
  chance: 0.1,
  threshold: 0.6,
  nameHints: ['nit', 'nit empresa', 'numero de identificacion tributaria', '哥伦比亚税号'],
});
