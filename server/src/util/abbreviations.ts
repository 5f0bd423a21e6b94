import { countryName } from './countryCodes.ts';
import { bareForm, baseForm } from './spellings.ts';

/**
 * Gives a form that is the same for texts that probably mean the same: with and without punctuation (U.S., US), a country and its code, a long name and
 * its initials. A short form is only taken for what it may stand for where that is among `texts`, since IN is India and Indiana.
 */
export function meaningsAmong(texts: readonly string[]): (text: string) => string {
  const known = new Set(texts.map(bareOf));
  const initials = initialsOf(texts);
  return text => {
    const bare = bareOf(text);
    const synonyms = GROUPS.get(bare);
    if (synonyms?.some(one => one !== bare && known.has(one))) return synonyms[0] ?? bare;
    if (!/^\p{Lu}{2,5}$/u.test(text.replace(/[\s.]/g, ''))) return bare;
    const country = bare.length === 2 ? bareForm(countryName(bare.toUpperCase()) ?? '') : '';
    return known.has(country) ? country : initials.get(bare) ?? bare;
  };
}

const bareOf = (text: string): string => bareForm(text) || baseForm(text);

/** By initials, the bare form of the one long name that has them: three words or more, since two letters begin too much. */
function initialsOf(texts: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const several = new Set<string>();
  for (const text of texts) {
    const words = baseForm(text).match(/\p{L}+/gu)?.filter(word => !SMALL_WORDS.has(word)) ?? [];
    const initials = words.map(word => word[0]).join('');
    if (words.length < 3) continue;
    if (names.has(initials)) several.add(initials);
    names.set(initials, bareOf(text));
  }
  several.forEach(initials => names.delete(initials));
  return names;
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'in', 'de', 'la', 'und', 'der', 'du', 'des']);

/** Names of one thing. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['united states', 'usa', 'us', 'united states of america', 'the united states', 'u.s. of america'],
  ['united kingdom', 'uk', 'gb', 'great britain', 'the united kingdom'],
  ['united arab emirates', 'uae'], ['south korea', 'republic of korea', 'korea, republic of', 'korea, south'], ['north korea', 'dprk'],
  ['russia', 'russian federation'], ['czechia', 'czech republic'], ['vietnam', 'viet nam'], ['iran', 'iran, islamic republic of'],
  ['china', 'people’s republic of china', "people's republic of china", 'prc'], ['the netherlands', 'netherlands'], ['turkey', 'türkiye'],
  ['male', 'm'], ['female', 'f'], ['yes', 'y'], ['no', 'n'], ['new york city', 'nyc'], ['los angeles', 'la'], ['kilogram', 'kg'],
  ['doctor', 'dr'],
  ['男', '男性'], ['女', '女性'], ['北京', '北京市'], ['上海', '上海市'], ['天津', '天津市'], ['重庆', '重庆市'], ['中国', '中华人民共和国'], ['美国', '美利坚合众国'],
];

/** By bare form, the bare forms of all names of the thing. */
const GROUPS: ReadonlyMap<string, readonly string[]> = new Map(SYNONYMS.flatMap(names => {
  const group = names.map(bareOf);
  return group.map(bare => [bare, group] as const);
}));
