import type { PrivacyDescription } from '../../../core/annotation.ts';
import type { Description } from '../../../core/description.ts';
import { name, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';
import { mostSimilar } from '../../../util/similar.ts';

export default defineRule({
  id: 'unknown-annotated-column',
  scope: 'metadata',
  summary: 'An annotation names a column that is not described',
  severity: 'error',
  dimension: 'consistency',
  since: 'next',
  needs: [],
  options: {},

  *check({ description }) {
    const known = namesOf(description);
    if (known.size === 0) return;
    for (const { column, path } of columnsNamed(description)) {
      if (known.has(column)) continue;
      const meant = mostSimilar(column, known);
      const place = { at: 'node', path, part: 'value' } as const;
      if (meant === undefined) yield { place, message: say`No field is called ${name(column)}` };
      else yield {
        place,
        message: say`No field is called ${name(column)}; did you mean ${name(meant)}?`,
        fix: { title: say`Replace with ${name(meant)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
      };
    }
  },
});

/** Names of all columns there can be; none where a table may have others than those that are described. */
function namesOf({ resources }: Description): ReadonlySet<string> {
  const isClosed = resources.every(({ fields, fieldsMatch }) => fields.length > 0 && (fieldsMatch === 'exact' || fieldsMatch === 'equal' || fieldsMatch === 'superset'));
  return new Set(isClosed ? resources.flatMap(({ fields }) => fields.flatMap(({ name: called, aliases = [] }) => [called, ...aliases])) : []);
}

interface Named {
  readonly column: string;
  readonly path: NodePath;
}

function columnsNamed({ privacy, resources }: Description): readonly Named[] {
  const sources = resources.flatMap(({ fields }) => fields.flatMap(({ privacy: own }): readonly Named[] =>
    (own?.transform?.from === undefined ? [] : [{ column: own.transform.from, path: [...own.node, 'transform', 'from'] }])));
  return [...(privacy ? ofDataset(privacy) : []), ...sources];
}

function ofDataset({ node, unit, guarantees }: PrivacyDescription): readonly Named[] {
  const listed = (columns: readonly string[] | undefined, ...keys: readonly string[]): readonly Named[] =>
    (columns ?? []).map((column, i) => ({ column, path: [...node, ...keys, i] }));
  const sensitive = (key: 'lDiversity' | 'tCloseness'): readonly Named[] => (guarantees?.[key] ?? []).flatMap(({ sensitive: column }, i) =>
    (column === undefined ? [] : [{ column, path: [...node, 'guarantees', key, i, 'sensitive'] }]));
  return [
    ...listed(unit?.key, 'unit', 'key'), ...listed(guarantees?.kAnonymity?.qi, 'guarantees', 'kAnonymity', 'qi'), ...sensitive('lDiversity'), ...sensitive('tCloseness'),
  ];
}
