import { namedDetector } from '../../../util/namedDetector.ts';
import { readDate } from '../../../util/lexical/dates.ts';

export default namedDetector({
  id: 'medical-event-date',
  title: 'date of a medical event or a death',
  category: 'user.health_and_medical',
  role: 'quasi-identifier',
  most: 'low',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 6 && bytes <= 48,
  accepts: text => COMPACT.test(text) || (readDate(text)?.readings.length ?? 0) > 0,
  nameHints: [
    'admission date', 'date of admission', 'admit date', 'admitted', 'admission time', 'admit time', 'discharge date',
    'date of discharge', 'discharge time', 'date of death', 'death date', 'deathdate', 'dod', 'deceased date', 'died on', 'surgery date',
    'date of surgery', 'operation date', 'diagnosis date', 'date of diagnosis', 'onset date', 'symptom onset', 'date of onset',
    'treatment date', 'vaccination date', 'date of vaccination', 'aufnahmedatum', 'entlassungsdatum', 'todesdatum', 'sterbedatum',
    'date admission', 'date de décès', 'date de deces', 'date deces', 'fecha de ingreso', 'fecha ingreso', 'fecha de alta',
    'fecha defuncion', 'fecha de defunción', 'data de internação', 'data do óbito', 'data obito', 'data di morte', 'data ricovero',
    'дата смерти', 'дата госпитализации', '入院日期', '入院时间', '出院日期', '出院时间', '死亡日期', '手术日期', '确诊日期', '就诊日期', '接种日期', '入院日', '退院日', '死亡日',
    '입원일', '퇴원일', '사망일',
  ],
  amongPeople: [
    'visit date', 'appointment date', 'encounter date', 'service date', 'date of service', 'consultation date', 'admit dt', 'disch dt',
  ],
  mask: () => '••••',
});

/** Without separators, with or without a time, as registers write it. */
const COMPACT = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:\d{4}|\d{6})?$/;
