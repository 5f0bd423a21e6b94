import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Guide, GuideName } from '../../core/standard.ts';
import type { UsedTerm, Vocabulary } from '../../core/term.ts';
import { listOf, objectOf } from '../document/shape.ts';

/**
 * The terms that stand at and below a path of a document, where the guide of its standard says that there is one. Left out are vocabularies which the schema
 * of a block closes already.
 */
export function usedTerms(guide: Pick<Guide, 'names' | 'term'>, document: Json, below: NodePath = []): readonly UsedTerm[] {
  const start = below.reduce<Json | undefined>((outer, step) => (typeof step === 'number' ? listOf(outer)?.[step] : objectOf(outer)?.[step]), document);
  return textsBelow(start, below).flatMap(({ text, node }) => {
    const vocabulary = guide.names(node, '', document);
    const term = !isChecked(vocabulary) ? undefined : guide.term ? guide.term(node, text, document) : { before: '', id: text, after: '' };
    return term && isChecked(vocabulary) ? [{ ...term, vocabulary, node }] : [];
  });
}

const CHECKED: ReadonlySet<string> = new Set<Vocabulary>([
  'data-category', 'data-use', 'data-subject', 'special-class',
  'fides-data-category', 'fides-data-subject', 'fides-legal-basis', 'fides-special-basis', 'dpv-personal-data',
]);
const isChecked = (vocabulary: GuideName | undefined): vocabulary is Vocabulary => vocabulary !== undefined && CHECKED.has(vocabulary);

function textsBelow(value: Json | undefined, node: NodePath): readonly { readonly text: string; readonly node: NodePath }[] {
  if (typeof value === 'string') return [{ text: value, node }];
  const items = listOf(value);
  if (items) return items.flatMap((item, i) => textsBelow(item, [...node, i]));
  return Object.entries(objectOf(value) ?? {}).flatMap(([key, item]) => textsBelow(item, [...node, key]));
}
