import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'religion',
  title: 'religion',
  category: 'user.demographic.religious_belief',
  role: 'sensitive',
  nameHints: [
    'religion', 'religious', 'belief', 'faith', 'religious belief', 'konfession', 'religión', 'religione', '宗教', '信仰', 'zjxy', 'zongjiao',
  ],
  values: 'christian|christianity|catholic|protestant|orthodox|anglican|baptist|methodist|lutheran|evangelical|mormon|muslim|'
    + 'islam|islamic|sunni|shia|jewish|judaism|hindu|hinduism|buddhist|buddhism|sikh|sikhism|jain|jainism|taoist|taoism|'
    + 'atheist|atheism|agnostic|none|other|unknown|bahai|pagan|evangelisch|katholisch|römisch-katholisch|konfessionslos|佛教|道教|'
    + '基督教|天主教|伊斯兰教|无宗教信仰|无|roman catholic|no religion',
});
