import { FAMILY_NAME_WORDS } from '../../../util/columnWords.ts';
import { nameDetector } from '../../../util/nameDetector.ts';
import { nameCompany } from '../../../util/names/nameCompany.ts';
import { asFamilyName } from '../../../util/names/nameWords.ts';
import { isFamilyName } from '../../../util/names/personNames.ts';

export default nameDetector({
  id: 'family-name',
  title: 'family name',
  category: 'user.name.last',
  accepts: isFamilyName,
  company: nameCompany('given-name', ['city', 'region', 'username', 'named-person'], word => asFamilyName(word) !== undefined),
  chance: 0.1,
  nameHints: FAMILY_NAME_WORDS,
});
