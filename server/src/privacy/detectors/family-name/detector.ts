import { FAMILY_NAME_WORDS } from '../../../util/columnWords.ts';
import { nameDetector } from '../../../util/nameDetector.ts';
import { isFamilyName } from '../../../util/names/personNames.ts';

export default nameDetector({
  id: 'family-name',
  title: 'family name',
  category: 'user.name.last',
  accepts: isFamilyName,
  chance: 0.1,
  nameHints: FAMILY_NAME_WORDS,
});
