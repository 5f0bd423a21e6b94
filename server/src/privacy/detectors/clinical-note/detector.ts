import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'clinical-note',
  title: 'note about a person',
  category: 'user.content',
  role: 'sensitive',
  most: 'low',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 16,
  accepts: text => /^(?=.*\p{L}{2})(?:\S+\s+){4,}\S+/su.test(text) || /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{8}/u.test(text),
  nameHints: [
    'clinical note', 'clinical notes', 'doctor note', 'doctor notes', 'doctors notes', 'physician notes', 'nurse notes', 'nursing notes',
    'progress note', 'progress notes', 'discharge summary', 'case note', 'case notes', 'patient notes', 'medical notes',
    'chief complaint text', 'history of present illness', 'therapy notes', 'radiology report', 'pathology report', 'arztbrief', 'befund',
    'anamnese', '病程记录', '出院小结', '入院记录', '现病史', '主诉描述', '医嘱', '看護記録', '診療録',
  ],
  amongPeople: [
    'note', 'notes', 'remark', 'remarks', 'comment', 'comments', 'observations', 'free text', 'bemerkung', 'bemerkungen', 'commentaire',
    'commentaires', 'observaciones', 'comentarios', 'observações', 'note libere', 'opmerkingen', 'uwagi', 'примечание', 'комментарий',
    '备注', '说明', '備考', '비고',
  ],
  vetoWords: ['release', 'product', 'field', 'footnote'],
  vetoNeighbours: ['sku', 'product', 'quantity', 'price', 'order id', 'invoice'],
});
