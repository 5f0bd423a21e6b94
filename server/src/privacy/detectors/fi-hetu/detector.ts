import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'fi-hetu',
  title: 'Finnish personal identity code',
  country: 'FI',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'check-digit',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 11 && bytes <= 16,
  accepts: text => {
    const [, day = '', serial = '', last = ''] = WRITTEN.exec(plainForm(text).toUpperCase()) ?? [];
    return last !== '' && '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(day + serial) % 31) === last;
  },
  chance: 1 / 31,
  threshold: 0.5,
  nameHints: ['hetu', 'henkilotunnus', 'henkilötunnus', 'personbeteckning'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••-••••',
});

/** Birthday, a sign for the century, serial number, check character. */
const WRITTEN = /^((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2})[-+A-FYXWVU](\d{3})([\dA-FHJ-NPR-Y])$/;
