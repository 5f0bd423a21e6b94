import type { ColumnPrivacy, Identifiability, PrivacyDescription } from '../../../core/annotation.ts';
import { list, name, say, value as quote } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'conflicting-annotation',
  scope: 'metadata',
  summary: 'A column is annotated otherwise than its dataset',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy, resources } }) {
    if (!privacy) return;
    for (const field of resources.flatMap(({ fields }) => fields)) {
      if (!field.privacy) continue;
      yield* identifiability(field.name, field.privacy, privacy);
      yield* purposes(field.name, field.privacy, privacy);
    }
  },
});

/** How much kinds of data tell about who somebody is. */
const TELLS: Readonly<Record<Identifiability, number>> = {
  identified: 3, pseudonymised: 2, deidentified: 1, anonymised: 0, aggregate: 0, synthetic: 0, 'non-personal': 0,
};

/** A dataset is as identifiable as its most identifiable column. */
function* identifiability(called: string, { identifiability: own, node }: ColumnPrivacy, { identifiability: whole, node: root }: PrivacyDescription): Iterable<Problem> {
  if (own === undefined || whole === undefined || TELLS[own] <= TELLS[whole]) return;
  const path = [...node, 'identifiability'];
  yield {
    place: { at: 'node', path, part: 'value' },
    message: say`${name(called)} is ${quote(own, -1)}, its dataset is ${quote(whole, -1)}`,
    fix: { title: say`Let the dataset be ${quote(own, -1)}`, safety: 'unsafe', change: { do: 'set-node', path: [...root, 'identifiability'], value: own } },
    alternatives: [{ title: say`Keep what the dataset says`, safety: 'unsafe', change: { do: 'remove-node', path } }],
  };
}

/** Columns serve some of the purposes of their dataset, and no others. */
function* purposes(called: string, { purposes: own = [], node }: ColumnPrivacy, { purposes: all }: PrivacyDescription): Iterable<Problem> {
  if (all.length === 0) return;
  const uses = all.map(({ use }) => use);
  for (const [i, use] of own.entries()) {
    if (uses.includes(use)) continue;
    const path = [...node, 'purposes', i];
    yield {
      place: { at: 'node', path, part: 'value' },
      message: say`${name(called)} serves ${quote(use, -1)}, which is no purpose of the dataset: ${list(uses.map(one => quote(one, -1)))}`,
      fix: { title: say`Remove ${quote(use, -1)}`, safety: 'unsafe', change: { do: 'remove-node', path } },
    };
  }
}
