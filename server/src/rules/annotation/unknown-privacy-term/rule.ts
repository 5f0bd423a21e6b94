import type { ColumnPrivacy } from '../../../core/annotation.ts';
import type { Description } from '../../../core/description.ts';
import { say, value as quote } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { mostSimilar } from '../../../util/similar.ts';
import { isTerm, nearestTerm, type Vocabulary } from '../../../privacy/taxonomy/terms.ts';

export default defineRule({
  id: 'unknown-privacy-term',
  scope: 'metadata',
  summary: 'An annotation uses a term that its vocabulary does not have',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: { allowed: { default: [], description: 'Terms of your own, beside those of the vocabularies; what lies below one is allowed too.' } },

  *check({ description, types, options }) {
    for (const { vocabulary, id, path } of termsIn(description)) {
      const isOwn = options.allowed.some(own => id === own || id.startsWith(`${own}.`));
      if (!isOwn && !isTerm(vocabulary, id)) yield unknown(vocabulary, id, path);
    }
    for (const { type, node } of columnsOf(description)) {
      if (type !== undefined && !types.includes(type) && !options.allowed.includes(type)) yield unknownType(type, [...node, 'type'], types);
    }
  },
});

interface Used {
  readonly vocabulary: Vocabulary;
  readonly id: string;
  readonly path: NodePath;
}

const columnsOf = ({ resources }: Description): readonly ColumnPrivacy[] => resources.flatMap(({ fields }) => fields.flatMap(field => field.privacy ?? []));

function termsIn(description: Description): readonly Used[] {
  const { privacy } = description;
  const columns = columnsOf(description);
  return [
    ...(privacy?.subjects ?? []).map((id, i): Used => ({ vocabulary: 'data-subject', id, path: [...privacy?.node ?? [], 'subjects', i] })),
    ...(privacy?.purposes ?? []).map((purpose): Used => ({ vocabulary: 'data-use', id: purpose.use, path: [...purpose.node, 'use'] })),
    ...columns.flatMap(({ category, special = [], node }): readonly Used[] => [
      ...(category === undefined ? [] : [{ vocabulary: 'data-category', id: category, path: [...node, 'category'] } as const]),
      ...special.map((id, i) => ({ vocabulary: 'special-class', id, path: [...node, 'special', i] } as const)),
    ]),
  ];
}

function unknown(vocabulary: Vocabulary, id: string, path: NodePath): Problem {
  const meant = nearestTerm(vocabulary, id);
  const source = vocabulary === 'special-class' ? say`the legal classes known here` : id.startsWith('pd:') ? say`the vocabulary DPV` : say`Fideslang 3.1`;
  const place = { at: 'node', path, part: 'value' } as const;
  if (meant === undefined) return { place, message: say`${quote(id, -1)} is not in ${source}` };
  return {
    place,
    message: say`${quote(id, -1)} is not in ${source}; the nearest term is ${quote(meant, -1)}`,
    fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}

function unknownType(type: string, path: NodePath, types: readonly string[]): Problem {
  const meant = mostSimilar(type, types);
  const place = { at: 'node', path, part: 'value' } as const;
  if (meant === undefined) return { place, message: say`${quote(type, -1)} is no type of personal data that is known here` };
  return {
    place,
    message: say`${quote(type, -1)} is no type of personal data that is known here; did you mean ${quote(meant, -1)}?`,
    fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}
