import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'medical-record',
  title: 'medical record number',
  category: 'user.health_and_medical.record_id',
  role: 'direct-identifier',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 3 && bytes <= 24,
  accepts: text => /^(?=.*\d)[\w./-]{3,24}$/.test(text),
  chance: 0.3,
  threshold: 0.8,
  nameHints: [
    'health insurance number', 'health plan id', '医保卡号', '社保卡号', 'patient mrn', 'insurance member id',
    'mrn', 'medical record', 'medical record number', 'medical record no', 'patient id', 'patient no', 'patient number', 'subject id',
    'hospital number', 'health card', 'insurance id', 'insurance number', 'member id', 'policy number', '病历号', '住院号', '门诊号', '就诊号', '医保',
    '社保', '病案号', 'blh', 'zyh', 'mzh', 'ybkh', 'sbkh',
  ],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••',
});
