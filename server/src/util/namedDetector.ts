import type { Detector } from '../core/detector.ts';
import { ABOUT_WORDS } from './columnWords.ts';

/** What is particular to something that only the name of its column tells: its values are words or codes that anything may have. */
export interface NamedForm extends Pick<Detector, 'id' | 'title' | 'category' | 'role'>,
  Partial<Pick<Detector, 'accepts' | 'mayBe' | 'nameHints' | 'amongPeople' | 'beside' | 'among' | 'together' | 'most' | 'threshold' | 'vetoWords' | 'vetoNeighbours' | 'neighbours' | 'mask'>> {}

/** A detector of what stands under such a name: by default text in words, shown by its first letter. */
export function namedDetector({ vetoWords = [], ...form }: NamedForm): Detector {
  return {
    most: 'medium',
    mayBe: (kind, bytes) => kind === 'text' && bytes >= 3 && bytes <= LONGEST,
    accepts: text => /\p{L}{3}/u.test(text) && !text.includes('@'),
    nameHints: [],
    mask: text => `${[...text][0] ?? ''}•••`,
    // Much that is no such thing has words as well.
    chance: 0.4,
    threshold: 0.6,
    ...form,
    basis: 'name',
    vetoWords: [...ABOUT_WORDS, ...vetoWords],
  };
}

const LONGEST = 400;
