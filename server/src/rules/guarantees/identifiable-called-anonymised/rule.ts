import type { ColumnPrivacy, PrivacyDescription, Technique } from '../../../core/annotation.ts';
import { type AnnotatedField, annotatedFields, nodeOfColumn, withArticles } from '../../../core/duties.ts';
import { type Message, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'identifiable-called-anonymised',
  scope: 'metadata',
  summary: 'Data that can be led back to somebody is called anonymised',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    for (const { path, columns } of claimsOf(description.privacy, annotatedFields(description))) {
      const found = columns.flatMap(column => reasonFor(column)?.map(reason => ({ column, ...reason })) ?? []);
      // The surest reason is named, be it of a later column.
      const worst = found.find(({ sure }) => sure) ?? found[0];
      if (!worst) continue;
      yield {
        place: { at: 'node', path, part: 'value' },
        severity: worst.sure ? 'error' : 'warning',
        message: withArticles(say`This is pseudonymised, not anonymised: ${worst.words}`, profiles.asking('identifiable-called-anonymised')),
        fix: { title: say`Call it pseudonymised`, safety: 'unsafe', change: { do: 'set-node', path, value: 'pseudonymised' } },
        related: found.slice(0, 3).map(({ column, words }) => ({ place: { at: 'node', ...nodeOfColumn(column, 'transform') }, message: words })),
      };
    }
  },
});

/** Who says so: the dataset of all its columns, or a column of itself. */
function claimsOf(dataset: PrivacyDescription | undefined, columns: readonly AnnotatedField[]): readonly Claim[] {
  if (dataset?.identifiability === 'anonymised') return [{ path: [...dataset.node, 'identifiability'], columns }];
  const own = columns.filter(({ privacy }) => privacy.identifiability === 'anonymised');
  return own.map(column => ({ path: [...column.privacy.node, 'identifiability'], columns: [column] }));
}

interface Claim {
  readonly path: NodePath;
  readonly columns: readonly AnnotatedField[];
}

interface Reason {
  readonly words: Message;
  readonly sure: boolean;
}

function reasonFor(column: AnnotatedField): readonly Reason[] | undefined {
  const { role, transform } = column.privacy;
  const technique = transform?.technique;
  if (GONE.includes(technique)) return undefined;
  const sure = (words: Message): readonly Reason[] => [{ words, sure: true }];
  if (role === 'direct-identifier' && !transform) return sure(say`${column} is a direct identifier`);
  if (role === 'pseudonym' || role === 'linkage-key') return sure(say`${column} is a pseudonym`);
  if (isKeyed(column.privacy)) return sure(say`${column} is keyed, and the key is kept`);
  if (transform?.reversible === true) return sure(say`${column} can be turned back`);
  return ENCRYPTION.includes(technique) ? [{ words: say`${column} is encrypted, and equal values stay equal or in order`, sure: false }] : undefined;
}

const isKeyed = ({ transform }: ColumnPrivacy): boolean => transform?.keyRef !== undefined || transform?.technique === 'encryption'
  || (transform?.keyed === true && transform.technique === 'keyed-hashing');

const GONE: readonly (Technique | undefined)[] = ['suppression', 'redaction', 'synthetic'];
const ENCRYPTION: readonly (Technique | undefined)[] = ['deterministic-encryption', 'order-preserving-encryption', 'format-preserving-encryption'];
