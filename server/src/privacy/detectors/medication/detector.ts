import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'medication',
  title: 'medicine a person takes',
  category: 'user.health_and_medical',
  role: 'sensitive',
  basis: 'name',
  most: 'medium',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 3 && bytes <= 400,
  accepts: text => /\p{L}{3}/u.test(text) && !/@/.test(text),
  chance: 0.4,
  threshold: 0.6,
  nameHints: [
    'medication', 'medications', 'prescription', 'prescribed drug', 'current medication', 'medikation', 'traitement médical', 'medicación',
    'medicação', 'terapia farmacologica', '用药', '处方', '服药', '처방',
  ],
  amongPeople: [
    'drug', 'drugs', 'medicine', 'medicines', 'drug name', 'treatment', 'therapy', 'medikament', 'médicament', 'medicamento', 'farmaco',
    'lek', 'лекарство', 'препарат', 'ilaç', '药品', '药物', '薬', '약',
  ],
  vetoWords: [...ABOUT_WORDS, 'date', 'id', 'code', 'price', 'stock', 'arm', 'group'],
  mask: text => `${[...text][0] ?? ''}•••`,
});
