import type { Detector } from '../core/detector.ts';
import { ABOUT_WORDS } from './columnWords.ts';

/** What is particular to something said in one of a few words: it is told by the name of its column. */
export interface ListedWords extends Pick<Detector, 'id' | 'title' | 'category' | 'role' | 'nameHints'>,
  Partial<Pick<Detector, 'amongPeople' | 'beside' | 'together' | 'tellsItself' | 'company' | 'most' | 'vetoWords' | 'vetoNeighbours' | 'mask'>> {
  /** In lower case, between vertical bars. */
  readonly values: string;
  /** What else is said for it, in more words than a list can hold: `Married-civ-spouse`. */
  readonly like?: RegExp;
  /** Whether small whole numbers may stand for the words, as surveys have them. */
  readonly coded?: true;
}

/** A detector of a characteristic that is personal only where the column's name says so and its values are words for it. */
export function listDetector({ values, like, coded, vetoWords = [], ...words }: ListedWords): Detector {
  const known = new Set(values.split('|'));
  return {
    most: 'low',
    mask: maskWord,
    ...words,
    basis: 'name',
    mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= LONGEST,
    accepts: text => known.has(text.toLowerCase()) || like?.test(text) === true || coded === true && CODE.test(text),
    chance: 0.05,
    threshold: 0.5,
    vetoWords: [...ABOUT_WORDS, ...vetoWords],
  };
}

const LONGEST = 64;
/** Of nine answers at most, or of none. */
const CODE = /^\d$|^-?99?$/;

/** The first letter, of a word that has more. */
const maskWord = (text: string): string => (text.length > 1 ? `${text.slice(0, 1)}•••` : '•••');

/** Whether nearly all of some values are words of a closed list and at least so many of them are words that are said of nothing else. */
export const areSaidOf = (own: RegExp, any: RegExp, least: number) => (texts: readonly string[]): boolean =>
  texts.filter(text => own.test(text)).length >= least && texts.filter(text => own.test(text) || any.test(text)).length >= texts.length * 0.7;

/** Words of columns beside it in a table about animals, whose characteristics are nobody's secret. */
export const ANIMALS: readonly string[] = [
  'species', 'animal', 'pig', 'sow', 'piglet', 'cow', 'cattle', 'calf', 'sheep', 'lamb', 'hen', 'duck', 'mouse', 'mice', 'rat',
  'litter', 'herd', 'budworm', 'fish', 'breed', 'pet', 'dog', 'bird', 'insect', 'larvae', 'abalone', 'flipper', '物种', '宠物',
];
