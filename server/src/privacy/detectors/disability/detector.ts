import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'disability',
  title: 'disability',
  category: 'user.health_and_medical',
  role: 'sensitive',
  most: 'medium',
  nameHints: [
    'disability', 'disabilities', 'disabled', 'disability status', 'disability type', 'handicap', 'impairment', 'behinderung',
    'schwerbehinderung', 'discapacidad', 'deficiência', 'disabilità', 'niepełnosprawność', 'инвалидность', 'engellilik', '残疾', '残疾类型',
    '残疾等级', '障害', '장애',
  ],
  vetoWords: ['access', 'parking', 'account', 'button'],
  values: 'yes|no|y|n|true|false|0|1|ja|nein|oui|non|sí|si|no|sim|não|tak|nie|да|нет|evet|hayır|是|否|有|无|はい|いいえ|예|아니오|none|'
    + 'unknown|other|physical|visual|hearing|mental|intellectual|learning|mobility|cognitive|multiple|blind|deaf|'
    + 'disabled|not disabled|wheelchair|autism|adhd|dyslexia|schwerbehindert|肢体|视力|听力|智力|精神|言语|多重|一级|二级|三级|四级|肢体残疾|'
    + '视力残疾|听力残疾',
});
