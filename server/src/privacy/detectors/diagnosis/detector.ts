import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'diagnosis',
  title: 'diagnosis or illness',
  category: 'user.health_and_medical',
  role: 'sensitive',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 3 && bytes <= 400,
  accepts: text => /\p{L}{3}/u.test(text) && !/@/.test(text),
  chance: 0.4,
  threshold: 0.6,
  nameHints: [
    'disease', 'disease name', 'mental health', 'chronic disease', '既往史', 'health condition', 'hiv status', 'pregnancy status',
    'vaccination status', 'lab result', 'diagnosis description',
    'diagnosis', 'diagnoses', 'primary diagnosis', 'secondary diagnosis', 'dx', 'medical condition', 'health condition', 'illness',
    'comorbidity', 'comorbidities', 'medical history', 'allergies', 'allergy', 'symptom', 'symptoms', 'chief complaint', 'diagnose',
    'krankheit', 'vorerkrankung', 'maladie', 'diagnostic', 'antécédents', 'diagnostico', 'diagnóstico', 'enfermedad', 'alergias', 'doença',
    'diagnosi', 'malattia', 'ziekte', 'rozpoznanie', 'choroba', 'диагноз', 'заболевание', 'tanı', '诊断', '疾病', '病史', '过敏史', '主诉', '診断',
    '病名', '진단명', '병명',
  ],
  vetoWords: [...ABOUT_WORDS, 'date', 'id', 'code', 'machine', 'error', 'engine', 'vehicle', 'system', 'plant', 'crop'],
  mask: text => `${[...text][0] ?? ''}•••`,
});
