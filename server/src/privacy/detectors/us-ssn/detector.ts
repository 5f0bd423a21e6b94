import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'us-ssn',
  title: 'social security number of the United States',
  country: 'US',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 11 && bytes <= 16,
  accepts: text => isAssigned(WRITTEN.exec(plainForm(text))),
  hasForm: text => WRITTEN.test(plainForm(text)),
  chance: 0.05,
  threshold: 0.8,
  nameHints: ['ssn', 'social security', 'social security number', 'social security no', 'soc sec', 'ss number', 'social insurance'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '•••-••-••••',
});

const WRITTEN = /^(\d{3})([- ])(\d{2})\2(\d{4})$/;

/** Numbers that were printed in advertisements and used by thousands who thought they were theirs. */
const SAMPLES = new Set(['078051120', '219099999', '457555462']);

function isAssigned(parts: RegExpExecArray | null): boolean {
  const [, area = '000', , group = '', serial = ''] = parts ?? [];
  return !/^(?:000|666|9)/.test(area) && group !== '00' && serial !== '0000' && !SAMPLES.has(area + group + serial);
}
