import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'medication',
  title: 'medicine a person takes',
  category: 'user.health_and_medical',
  role: 'sensitive',
  nameHints: [
    'medication', 'medications', 'prescription', 'prescribed drug', 'current medication', 'medikation', 'traitement médical',
    'medicación', 'medicação', 'terapia farmacologica', '用药', '处方', '服药', '처방',
  ],
  amongPeople: [
    'drug', 'drugs', 'medicine', 'medicines', 'drug name', 'treatment', 'therapy', 'medikament', 'médicament', 'medicamento', 'farmaco',
    'lek', 'лекарство', 'препарат', 'ilaç', '药品', '药物', '薬', '약',
  ],
  vetoWords: ['date', 'id', 'code', 'price', 'stock', 'arm', 'group'],
});
