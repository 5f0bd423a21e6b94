/** Kinds of characters that queries find in cells. Closed: each has one definition in `util/characters.ts`. */
export const CHARACTER_CLASSES = [
  /** Zero-width spaces and joiners where no script needs them, soft hyphens, C1 controls. */
  'invisible',
  /** Marks that change the direction of text, in cells without a letter that runs from right to left. */
  'bidi',
  'no-break-space',
  /** Full-width letters, digits and spaces. */
  'fullwidth',
  'private-use',
  /** Radicals and compatibility ideographs that look like another character and are not equal to it. */
  'lookalike-ideograph',
  /** A line break inside of a cell. */
  'line-break',
  /** Spaces of any kind at the start or the end of a cell. */
  'outer-space',
  /** Characters that are written only in the simplified script, or only in the traditional one. */
  'simplified', 'traditional',
] as const;
export type CharacterClass = (typeof CHARACTER_CLASSES)[number];
