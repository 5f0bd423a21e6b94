import type { Detector } from '../core/detector.ts';
import { ABOUT_PLACES, ABOUT_WORDS, NAMED_THINGS, PUBLIC_PERSONS } from './columnWords.ts';

/** What is particular to one part of the name of a person. */
export type NameForm = Pick<Detector, 'id' | 'title' | 'category' | 'accepts' | 'chance' | 'nameHints'> & Partial<Pick<Detector, 'company'>>;

/** A detector of one word of a person's name, told by lists of names and shown by its first letter. Storms, ships, pets and towns have such names too. */
export const nameDetector = (form: NameForm): Detector => ({
  role: 'direct-identifier',
  basis: 'list',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 2 && bytes <= LONGEST,
  threshold: 0.6,
  vetoWords: [...ABOUT_WORDS, ...PUBLIC_PERSONS, ...NAMED_THINGS],
  vetoNeighbours: ['storm', 'hurricane', 'cyclone', 'typhoon', 'wind', 'winds', 'landfall', 'breed', 'species', 'pet', 'vessel', 'ship', ...ABOUT_PLACES],
  mask: text => `${text.slice(0, 1)}•••`,
  ...form,
});

/** In bytes of UTF-8: some scripts take three or more for a letter. */
const LONGEST = 60;
