import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'ph-number',
  title: 'Philippine identity or social security number',
  country: 'PH',
  basis: 'name',
  length: [9, 19],
  accepts: plain =>
    /^(?:\d{2}-?\d{7}-?\d|\d{4}-?\d{7}-?\d|\d{4}-?\d{4}-?\d{4}(?:-?\d{4})?|\d{2}-?\d{9}-?\d|\d{3}-?\d{3}-?\d{3}(?:-?\d{3,5})?)$/.test(plain),
  chance: 0.1,
  nameHints: [
    'philsys', 'psn', 'pcn', 'philid', 'sss no', 'sss number', 'umid', 'crn', 'philhealth', 'philhealth no', 'pag ibig', 'pagibig', 'gsis',
    '菲律宾身份或社保号',
  ],
});
