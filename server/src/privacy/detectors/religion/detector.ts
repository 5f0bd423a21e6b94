import { areSaidOf, listDetector } from '../../../util/listDetector.ts';

/** What hardly anything but a faith is called. */
const FAITH = new RegExp(
  '^(?:roman )?(?:christian|catholic|protestant|anglican|baptist|methodist|lutheran|evangelical|presbyterian|pentecostal|'
  + 'mormon|muslim|islam|sunni|shia|jew(?:ish)?\\b|judaism|hindu|buddh|sikh|jain|taois|atheis|agnostic|bahai|evangelisch|'
  + 'katholisch|protestantisch|konfessionslos|catolic|católic|evangélic|protestante|judío|musulm|cristian|cattolic|ateo|'
  + 'hindu|kristen|katolik|konghucu|budha|мусульман|православ|католи|ислам|佛教|'
  + '道教|基督教|天主教|伊斯兰教|无宗教)', 'i',
);

export default listDetector({
  id: 'religion',
  title: 'religion',
  category: 'user.demographic.religious_belief',
  role: 'sensitive',
  coded: true,
  like: FAITH,
  together: areSaidOf(FAITH, /^(?:none|other|others|unknown|orthodox|no religion|无|其他)$/i, 2),
  tellsItself: true,
  nameHints: [
    'religious affiliation', 'agama', 'religião', 'religiao', 'din', 'धर्म', 'الديانة', 'вероисповедание', 'geloof', 'wyznanie',
    'religion', 'religious', 'belief', 'faith', 'religious belief', 'konfession', 'religión', 'religione', '宗教', '信仰', 'zjxy', 'zongjiao',
  ],
  values: 'christian|christianity|catholic|protestant|orthodox|anglican|baptist|methodist|lutheran|evangelical|mormon|muslim|'
    + 'islam|islamic|sunni|shia|jewish|judaism|hindu|hinduism|buddhist|buddhism|sikh|sikhism|jain|jainism|taoist|taoism|'
    + 'atheist|atheism|agnostic|none|other|unknown|bahai|pagan|evangelisch|katholisch|römisch-katholisch|konfessionslos|佛教|道教|'
    + '基督教|天主教|伊斯兰教|无宗教信仰|无|roman catholic|no religion',
});
