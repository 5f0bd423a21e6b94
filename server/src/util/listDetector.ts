import type { Detector } from '../core/detector.ts';
import { ABOUT_WORDS } from './columnWords.ts';

/** What is particular to something said in one of a few words: it is told by the name of its column. */
export interface ListedWords extends Pick<Detector, 'id' | 'title' | 'category' | 'role' | 'nameHints'>,
  Partial<Pick<Detector, 'amongPeople' | 'together' | 'most' | 'vetoWords' | 'vetoNeighbours' | 'mask'>> {
  /** In lower case, between vertical bars. */
  readonly values: string;
}

/** A detector of a characteristic that is personal only where the column's name says so and its values are words for it. */
export function listDetector({ values, vetoWords = [], ...words }: ListedWords): Detector {
  const known = new Set(values.split('|'));
  return {
    most: 'low',
    mask: maskWord,
    ...words,
    basis: 'name',
    mayBe: (kind, bytes) => kind !== 'float' && bytes >= 1 && bytes <= 64,
    accepts: text => known.has(text.toLowerCase()),
    chance: 0.05,
    threshold: 0.5,
    vetoWords: [...ABOUT_WORDS, ...vetoWords],
  };
}

/** The first letter, of a word that has more. */
const maskWord = (text: string): string => (text.length > 1 ? `${text.slice(0, 1)}•••` : '•••');

/** Words of columns beside it in a table about animals, whose characteristics are nobody's secret. */
export const ANIMALS: readonly string[] = [
  'species', 'animal', 'breed', 'pet', 'dog', 'cat', 'bird', 'insect', 'larvae', 'abalone', 'flipper', '物种', '宠物',
];
