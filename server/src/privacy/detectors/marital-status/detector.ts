import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'marital-status',
  title: 'marital status',
  category: 'user.demographic.marital_status',
  role: 'quasi-identifier',
  nameHints: [
    'marital', 'marital status', 'married', 'civil status', 'familienstand', 'etat civil', 'estado civil', 'stato civile', '婚姻', '婚否',
    'hyzk',
  ],
  vetoWords: ['date', 'years'],
  values: 'married|single|divorced|widowed|separated|never-married|married-civ-spouse|married-spouse-absent|married-af-spouse|'
    + 'cohabiting|unmarried|engaged|partnered|unknown|other|ledig|verheiratet|geschieden|verwitwet|marié|célibataire|divorcé|'
    + 'casado|soltero|divorciado|viudo|已婚|未婚|离异|离婚|丧偶|never married|domestic partner|civil partnership|in a relationship',
});
