import { GENERIC_NAME_WORDS, GIVEN_NAME_WORDS } from '../../../util/columnWords.ts';
import { nameDetector } from '../../../util/nameDetector.ts';
import { nameCompany } from '../../../util/names/nameCompany.ts';
import { asGivenName } from '../../../util/names/nameWords.ts';
import { isGivenName } from '../../../util/names/personNames.ts';

export default nameDetector({
  id: 'given-name',
  title: 'given name',
  category: 'user.name.first',
  accepts: isGivenName,
  company: nameCompany('family-name', ['city', 'username'], word => asGivenName(word) !== undefined),
  chance: 0.08,
  nameHints: [...GIVEN_NAME_WORDS, ...GENERIC_NAME_WORDS],
});
