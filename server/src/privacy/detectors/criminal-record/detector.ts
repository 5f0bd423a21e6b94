import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'criminal-record',
  title: 'criminal record',
  category: 'user.criminal_history',
  role: 'sensitive',
  most: 'medium',
  nameHints: [
    'criminal record', 'criminal history', 'conviction', 'convictions', 'convicted', 'felony', 'prior convictions', 'priors',
    'arrest record', 'arrests', 'charge description', 'criminal offence', 'criminal offense', 'vorstrafen', 'casier judiciaire',
    'antecedentes penales', 'antecedentes criminais', 'precedenti penali', 'strafblad', 'karalność', 'судимость', 'sabıka', '犯罪记录', '前科',
    '违法记录', '犯罪歴', '전과',
  ],
  amongPeople: [
    'offense', 'offence', 'crime', 'charge', 'sentence',
  ],
  vetoWords: ['amount', 'fee', 'date'],
  values: 'yes|no|y|n|true|false|0|1|ja|nein|oui|non|sí|si|no|sim|não|tak|nie|да|нет|evet|hayır|是|否|有|无|はい|いいえ|예|아니오|none|'
    + 'unknown|other|felony|misdemeanor|misdemeanour|convicted|acquitted|charged|arrested|theft|assault|burglary|'
    + 'robbery|fraud|drug possession|dui|dwi|murder|homicide|manslaughter|battery|vandalism|trespassing|probation|'
    + 'parole|guilty|not guilty|dismissed|clean|有前科|无前科|无犯罪记录|盗窃|诈骗|故意伤害',
});
