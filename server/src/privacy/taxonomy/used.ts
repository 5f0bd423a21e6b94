import type { ColumnPrivacy } from '../../core/annotation.ts';
import type { Description } from '../../core/description.ts';
import type { UsedTerm, Vocabulary } from '../../core/term.ts';
import type { NodePath } from '../../core/place.ts';

/** The terms of a description, each at its own node: those its standard has in properties of its own, else those of its blocks. */
export const usedIn = (description: Description): readonly UsedTerm[] => description.terms ?? inBlocks(description);

function inBlocks({ privacy, resources }: Description): readonly UsedTerm[] {
  const columns = resources.flatMap(({ fields }) => fields.flatMap(field => field.privacy ?? []));
  return [
    ...(privacy?.subjects ?? []).map((id, i) => whole('data-subject', id, [...privacy?.node ?? [], 'subjects', i])),
    ...(privacy?.purposes ?? []).map(({ use, node }) => whole('data-use', use, [...node, 'use'])),
    ...columns.flatMap(inColumn),
  ];
}

const inColumn = ({ category, special = [], purposes = [], node }: ColumnPrivacy): readonly UsedTerm[] => [
  ...(category === undefined ? [] : [whole('data-category', category, [...node, 'category'])]),
  ...special.map((id, i) => whole('special-class', id, [...node, 'special', i])),
  ...purposes.map((id, i) => whole('data-use', id, [...node, 'purposes', i])),
];

const whole = (vocabulary: Vocabulary, id: string, node: NodePath): UsedTerm => ({ vocabulary, id, node, before: '', after: '' });
