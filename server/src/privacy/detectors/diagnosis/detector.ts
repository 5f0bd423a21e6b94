import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'diagnosis',
  title: 'diagnosis or illness',
  category: 'user.health_and_medical',
  role: 'sensitive',
  nameHints: [
    'mental health', 'chronic disease', '既往史', 'health condition', 'hiv status', 'pregnancy status',
    'vaccination status', 'lab result', 'diagnosis description', 'diagnosis', 'diagnoses', 'primary diagnosis', 'secondary diagnosis',
    'dx', 'medical condition', 'health condition', 'illness', 'comorbidity', 'comorbidities', 'medical history', 'allergies', 'allergy', 'chief complaint',
    'diagnose', 'krankheit', 'vorerkrankung', 'maladie', 'diagnostic', 'antécédents',
    'diagnostico', 'diagnóstico', 'enfermedad', 'alergias', 'doença', 'diagnosi', 'malattia', 'ziekte', 'rozpoznanie', 'choroba',
    'диагноз', 'заболевание', 'tanı', '诊断', '疾病', '病史', '过敏史', '主诉', '診断', '病名', '진단명', '병명',
  ],
  // Cases are counted by disease where nobody is in the table.
  amongPeople: ['disease', 'disease name', 'symptom', 'symptoms'],
  vetoWords: ['date', 'id', 'code', 'machine', 'error', 'engine', 'vehicle', 'system', 'plant', 'crop'],
});
