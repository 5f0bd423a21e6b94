import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'employer',
  title: 'employer',
  category: 'user.workplace',
  role: 'quasi-identifier',
  basis: 'name',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= 200,
  accepts: text => /^[\p{L}\d][^@]{1,100}$/u.test(text) && /\p{L}{2}/u.test(text),
  chance: 0.4,
  threshold: 0.6,
  nameHints: [
    'employer', 'employer name', 'workplace', 'place of work', 'arbeitgeber', 'employeur', 'empleador', 'empregador', 'datore di lavoro',
    'werkgever', 'pracodawca', 'работодатель', 'место работы', '工作单位', '雇主', '勤務先', '직장',
  ],
  amongPeople: [
    'company', 'company name', 'organization', 'organisation', 'firm', 'firma', 'entreprise', 'société', 'empresa', 'azienda', 'ditta',
    'bedrijf', 'компания', 'организация', '公司', '单位', '会社名', '회사',
  ],
  vetoWords: [...ABOUT_WORDS, 'id', 'size', 'type', 'revenue', 'code'],
  mask: text => `${[...text][0] ?? ''}•••`,
});
