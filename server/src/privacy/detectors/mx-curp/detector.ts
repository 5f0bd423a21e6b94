import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'mx-curp',
  title: 'Mexican population code (CURP)',
  country: 'MX',
  category: 'user.government_id.national_identification_number',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 18 && bytes <= 24,
  accepts: text => WRITTEN.test(plainForm(text).toUpperCase()),
  chance: 0.0001,
  threshold: 0.7,
  nameHints: ['curp'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••••••••••••••••••',
});

const STATES = 'AS|B[CS]|C[CLMSH]|D[FG]|G[TR]|HG|JC|M[CNS]|N[ETL]|OC|PL|Q[TR]|S[PLR]|T[CSL]|VZ|YN|ZS';

/** Four letters of the name, birthday, sex, state of birth or NE for abroad, three consonants of the name, two that tell homonyms apart. */
const WRITTEN = new RegExp(
  `^[A-Z][AEIOUX][A-Z]{2}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[HMX](?:${STATES})[B-DF-HJ-NP-TV-Z]{3}[A-Z\\d]\\d$`,
);
