import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_PLACES, ABOUT_WORDS, FULL_NAME_WORDS, GENERIC_NAME_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from '../../../util/columnWords.ts';
import { asGivenName } from '../../../util/names/nameWords.ts';
import { isNameShaped, isPersonName } from '../../../util/names/personNames.ts';
import { shareOf } from '../../../util/share.ts';

export default defineDetector({
  id: 'person-name',
  title: 'name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'list',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 5 && bytes <= 120,
  accepts: isPersonName,
  chance: 0.08,
  threshold: 0.5,
  company: {
    of: [
      'gender', 'birth-date', 'religion', 'email', 'national-phone', 'phone-number', 'us-phone', 'national-id', 'us-ssn', 'age', 'nationality',
      'marital-status', 'job-title', 'iban', 'payment-card', 'licence-plate', 'vin',
    ],
    unless: ['named-person', 'given-name', 'family-name', 'cn-person-name', 'ja-person-name', 'ko-person-name'],
    likeness: ({ texts, repeats }) => {
      const areShaped = shareOf(texts, text => text.includes(' ') && isNameShaped(text)) >= 0.8 && shareOf(texts, isFirm) < 0.1;
      const known = shareOf(texts, text => text.split(/[ ,]+/).some(word => asGivenName(word) !== undefined));
      return areShaped && texts.length >= 4 && repeats < 2 && known >= 0.4 ? known : 0;
    },
  },
  nameHints: [...FULL_NAME_WORDS, ...GENERIC_NAME_WORDS],
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS, 'group'],
  vetoNeighbours: ABOUT_PLACES,
  mask: text => `${text.slice(0, 1)}••• •••`,
});

const isFirm = (text: string): boolean => /\b(?:the|of|and|co|inc|ltd|llc|gmbh|corp|shop|store|stores|gifts?|imports?|group|team|school|street|road)\b/i.test(text);
