import { areSaidOf, listDetector } from '../../../util/listDetector.ts';
import { besidePersons } from '../../../util/personWords.ts';

/** The stems of what is said of marriages. */
const STATUS = new RegExp(
  '^(?:never|not|currently|re)?[- ]?(?:married|divorc|widow|separated|unmarried|verheirat|verwitwet|geschieden|mari[ée]|'
  + 'divorcé|veu[fv]|célibat|casad|solter|divorciad|viud|viúv|separad|sposat|vedov|celibe|nubile|gehuwd|weduw|żonaty|'
  + 'zamężna|wdow|женат|замужем|разведен|холост|вдов|已婚|未婚|离[异婚]|丧偶|再婚|既婚|기혼|미혼|이혼)', 'i',
);

const MARRIAGE: readonly string[] = ['mar', 'mstatus', 'm status', 'maried', 'wed', 'civil', 'marital'];

export default listDetector({
  id: 'marital-status',
  title: 'marital status',
  category: 'user.demographic.marital_status',
  role: 'quasi-identifier',
  amongPeople: MARRIAGE,
  beside: besidePersons([...MARRIAGE, 'marital status', 'married', 'estado civil', 'familienstand', '婚姻']),
  coded: true,
  like: STATUS,
  together: areSaidOf(STATUS, /^(?:single|other|unknown|partnered|cohabiting|engaged|ledig|lediger?|m|s|d|w)$/i, 2),
  tellsItself: true,
  nameHints: [
    'maritalst', 'marital st',
    'marital', 'marital status', 'married', 'civil status', 'familienstand', 'etat civil', 'estado civil', 'stato civile', '婚姻', '婚否',
    'hyzk', 'zivilstand', 'stan cywilny', 'семейное положение', 'burgerlijke staat', 'situation familiale', 'medeni durum', 'medeni hali',
    'civilstånd', 'sivilstatus',
    'siviilisääty', 'rodinný stav', 'családi állapot', 'tình trạng hôn nhân', 'status perkawinan', 'वैवाहिक स्थिति', 'الحالة الاجتماعية',
    'מצב משפחתי', '婚姻状况', '결혼 여부', '혼인 상태', '配偶者', 'marstat', 'maritalstatus',
  ],
  vetoWords: ['date', 'years'],
  values: 'yes|no|true|false|y|n|t|f|m|s|d|w|married|single|divorced|widowed|separated|never-married|married-civ-spouse|'
    + 'married-spouse-absent|married-af-spouse|'
    + 'cohabiting|unmarried|engaged|partnered|unknown|other|ledig|verheiratet|geschieden|verwitwet|marié|célibataire|divorcé|'
    + 'casado|soltero|divorciado|viudo|已婚|未婚|离异|离婚|丧偶|never married|domestic partner|civil partnership|in a relationship',
});
