import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'household-relation',
  title: 'relation within a household',
  category: 'user.demographic',
  role: 'quasi-identifier',
  most: 'low',
  nameHints: [
    'relationship to patient', '与户主关系', 'kin relationship',
    'relationship to head', 'relationship to householder', 'household relationship', 'emergency contact relation',
    'emergency contact relationship', 'relation to patient', 'relation to insured', '与户主关系', '家庭关系', '与本人关系', '続柄',
  ],
  amongPeople: [
    'relationship', 'relation', 'kinship', 'family relation', 'verwandtschaft', 'parenté', 'parentesco', 'parentela', '关系', '관계',
  ],
  vetoWords: ['id', 'status', 'type'],
  values: 'spouse|husband|wife|son|daughter|child|father|mother|parent|brother|sister|sibling|grandparent|grandmother|'
    + 'grandfather|grandchild|partner|unmarried partner|friend|roommate|guardian|aunt|uncle|cousin|nephew|niece|self|'
    + 'head|householder|householder|in-law|foster child|stepchild|not-in-family|own-child|other-relative|unmarried|'
    + 'ehemann|ehefrau|sohn|tochter|vater|mutter|époux|épouse|fils|fille|père|mère|esposo|esposa|hijo|hija|padre|'
    + 'madre|filho|filha|pai|mãe|marito|moglie|figlio|figlia|户主|配偶|子|女|父亲|母亲|父子|母子|父女|母女|夫妻|儿子|女儿|丈夫|妻子|朋友|兄弟|姐妹|'
    + 'other|unknown',
});
