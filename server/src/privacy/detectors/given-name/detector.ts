import { GENERIC_NAME_WORDS, GIVEN_NAME_WORDS } from '../../../util/columnWords.ts';
import { nameDetector } from '../../../util/nameDetector.ts';
import { isGivenName } from '../../../util/names/personNames.ts';

export default nameDetector({
  id: 'given-name',
  title: 'given name',
  category: 'user.name.first',
  accepts: isGivenName,
  chance: 0.08,
  nameHints: [...GIVEN_NAME_WORDS, ...GENERIC_NAME_WORDS],
});
