import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'political-opinion',
  title: 'political opinion',
  category: 'user.demographic.political_opinion',
  role: 'sensitive',
  nameHints: [
    'registered party', 'party affil', 'afiliación política',
    'political', 'political party', 'political affiliation', 'political view', 'party affiliation', 'party registration', 'voted for',
    'ideology', '政治面貌', '党派', 'zzmm',
  ],
  like: /\b(?:party|partei|partido|parti|partito|partij)\b|^(?:labou?r|conservative|liberal|progressive|social(?:ist)? democrat|christian democrat)/i,
  values: 'democrat|democratic|republican|independent|libertarian|green|labour|conservative|liberal|progressive|socialist|'
    + 'communist|moderate|left|right|centre|center|cdu|spd|afd|fdp|grüne|linke|none|other|中共党员|中共预备党员|共青团员|群众|民主党派|无党派人士|党员|'
    + '团员|no party|liberal democrat',
});
