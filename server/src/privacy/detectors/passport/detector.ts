import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'passport',
  title: 'passport number',
  category: 'user.government_id.passport_number',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 6 && bytes <= 16,
  accepts: text => /^(?=.{6})(?=.*\d.*\d.*\d.*\d)[A-Z]{0,3}\d{5,9}[A-Z]?$/.test(plainForm(text).toUpperCase().replace(/[ -]/g, '')),
  chance: 0.1,
  threshold: 0.7,
  nameHints: [
    'hzh', 'パスポート', 'パスポート番号', '여권번호', 'паспорт', 'паспорт номер', 'paspoort', 'reisepassnummer', 'numero passaporto',
    'passport', 'passport no', 'passport number', 'passport num', 'passport id', 'reisepass', 'passeport', 'pasaporte', 'passaporto',
    'passaporte', '护照', '通行证', 'huzhao', 'hzhm',
  ],
  vetoWords: [...ABOUT_WORDS, 'country', 'issuer', 'date'],
  mask: () => '•••••••••',
});
