import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'procedure-code',
  title: 'code of an illness or a procedure',
  category: 'user.health_and_medical',
  role: 'sensitive',
  mayBe: (_kind, bytes) => bytes >= 3 && bytes <= 8,
  accepts: text => /^(?:\d{3}(?:\.\d{1,2})?|V\d{2}(?:\.?\d{1,2})?|E\d{3}(?:\.?\d)?|\d{2}\.\d{1,2}|\d{4,5}|[A-V]\d{4}|\d{4}[A-Z]|(?=[^.]*\d)[\dA-HJ-NP-Z]{7})$/i.test(text),
  nameHints: [
    'icd9', 'icd 9', 'icd9 code', 'icd 9 code', 'icd 9 cm', 'icd9 cm', 'cpt', 'cpt code', 'cpt4', 'hcpcs', 'hcpcs code',
    'procedure code', 'procedure cd', 'proc code', 'icd10 pcs', 'icd 10 pcs', 'drg', 'drg code', 'diag code', 'diag cd', '手术编码', '操作编码',
    '手术代码', 'ops code',
  ],
  vetoWords: ['stored', 'sql', 'system'],
  mask: text => `${text.slice(0, 1)}••••`,
});
