import type { NodePath } from './place.ts';

/** Controlled vocabularies of annotations, and the words Fides and DPV have in their place. */
export type Vocabulary =
  | 'data-category' | 'data-use' | 'data-subject' | 'legal-basis' | 'special-basis' | 'special-class' | 'technique'
  | 'fides-data-category' | 'fides-data-subject' | 'fides-legal-basis' | 'fides-special-basis'
  | 'dpv-personal-data' | 'dpv-purpose' | 'dpv-data-subject' | 'dpv-legal-basis';

/** A term in the text of its node: what stands around it is no part of it, such as the prefix of a vocabulary or the name of a field. */
export interface WrittenTerm {
  readonly before: string;
  readonly id: string;
  readonly after: string;
}

/** A term of a vocabulary where it stands in a document. */
export interface UsedTerm extends WrittenTerm {
  readonly vocabulary: Vocabulary;
  readonly node: NodePath;
  /** Whether the standard allows words of one's own there, so that only a slip of the pen is one. */
  readonly isFree?: true;
}
