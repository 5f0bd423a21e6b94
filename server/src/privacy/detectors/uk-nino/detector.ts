import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'uk-nino',
  title: 'National Insurance number',
  country: 'GB',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 8 && bytes <= 16,
  accepts: text => WRITTEN.test(plainForm(text).toUpperCase()),
  chance: 0.02,
  threshold: 0.7,
  nameHints: ['nino', 'ni number', 'national insurance', 'national insurance number', 'insurance number'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•• •• •• •• •',
});

/** Some letters and pairs were never issued. */
const WRITTEN = /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/;
