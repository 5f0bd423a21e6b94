import type { ColumnPrivacy } from '../../../core/annotation.ts';
import type { Description } from '../../../core/description.ts';
import { say, value as quote, type Message } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import type { UsedTerm, Vocabulary } from '../../../core/term.ts';
import { mostSimilar } from '../../../util/similar.ts';
import { isTerm, nearestTerm } from '../../../privacy/taxonomy/terms.ts';
import { usedIn } from '../../../privacy/taxonomy/used.ts';

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
    for (const used of usedIn(description)) {
      const { vocabulary, id } = used;
      const isOwn = options.allowed.some(own => id === own || id.startsWith(`${own}.`));
      if (!isOwn && !isTerm(vocabulary, id)) yield* unknown(used);
    }
    for (const { type, node } of columnsOf(description)) {
      if (type !== undefined && !types.includes(type) && !options.allowed.includes(type)) yield unknownType(type, [...node, 'type'], types);
    }
  },
});

const columnsOf = ({ resources }: Description): readonly ColumnPrivacy[] => resources.flatMap(({ fields }) => fields.flatMap(field => field.privacy ?? []));

/** Where words of one's own are allowed, one that is like no term is such a word. */
function* unknown({ vocabulary, id, node: path, before, after, isFree }: UsedTerm): Iterable<Problem> {
  const meant = nearestTerm(vocabulary, id);
  const source = sourceOf(vocabulary, id);
  const place = { at: 'node', path, part: 'value' } as const;
  if (meant !== undefined) {
    yield {
      place,
      message: say`${quote(id, -1)} is not in ${source}; the nearest term is ${quote(meant, -1)}`,
      fix: { title: say`Replace with ${quote(meant, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: `${before}${meant}${after}` } },
    };
  } else if (isFree !== true) yield { place, message: say`${quote(id, -1)} is not in ${source}` };
}

function sourceOf(vocabulary: Vocabulary, id: string): Message {
  if (vocabulary === 'special-class') return say`the legal classes known here`;
  return id.startsWith('pd:') || vocabulary === 'dpv-personal-data' ? say`the vocabulary DPV` : say`Fideslang 3.1`;
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
