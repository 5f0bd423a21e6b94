import type { Detector } from '../core/detector.ts';
import type { PresentClass } from '../core/summary.ts';
import { ABOUT_WORDS } from './columnWords.ts';
import { plainForm } from './plainForm.ts';

/** What is particular to a number that an authority or a network gives out; the rest follows. */
export interface NumberForm extends Pick<Detector, 'id' | 'title' | 'chance' | 'nameHints'>,
  Partial<Pick<Detector, 'category' | 'role' | 'basis' | 'alone' | 'most' | 'country' | 'among' | 'neighbours' | 'vetoNeighbours' | 'threshold' | 'vetoWords' | 'mask'>> {
  /** Fewest and most characters it is written with, separators included. */
  readonly length: readonly [number, number];
  /** Exact test of the plain form (see `plainForm`) in capitals. */
  accepts(plain: string): boolean;
}

/** Share of values that must match: half of them with a check digit, since numbers are mistyped, four in five where a shape is all there is. */
const THRESHOLDS = { 'check-digit': 0.5, 'shape': 0.8, 'list': 0.8, 'name': 0.7 } as const;

/** A detector of one kind of number: by default one that the state gives to a person, with a check digit, shown as dots. */
export function numberDetector(form: NumberForm): Detector {
  const { basis = 'check-digit', length: [shortest, longest] } = form;
  return {
    category: 'user.government_id.national_identification_number',
    role: 'direct-identifier',
    threshold: THRESHOLDS[basis],
    mask: () => '•'.repeat(shortest),
    ...form,
    basis,
    mayBe: (kind, bytes) => NUMBERS.has(kind) && bytes >= shortest && bytes <= longest + WRAPPING,
    accepts: text => form.accepts(inCapitals(text)),
    vetoWords: [...ABOUT_WORDS.filter(word => !form.nameHints.some(hint => hint.split(' ').includes(word))), ...(form.vetoWords ?? [])],
  };
}

/** Many detectors ask about one text before the next one comes. */
let last = { text: '', plain: '' };

function inCapitals(text: string): string {
  if (text !== last.text) last = { text, plain: plainForm(text).toUpperCase() };
  return last.plain;
}

/** Classes of cells that hold numbers as they are written, and bytes that spreadsheets put around them: `="..."`. */
const NUMBERS: ReadonlySet<PresentClass> = new Set<PresentClass>(['integer', 'digits', 'text']);
const WRAPPING = 5;

/** A test for what is written in a form and, with its separators left out, passes a check. */
export const written = (form: RegExp, passes: (characters: string) => boolean = () => true) =>
  (plain: string): boolean => form.test(plain) && passes(plain.replace(/[^\p{L}\p{N}]/gu, ''));
