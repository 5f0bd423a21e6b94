import type { Guarantees, PrivacyDescription } from '../../../core/annotation.ts';
import { annotatedFields, isWritten } from '../../../core/duties.ts';
import { type Message, list, name, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'inconsistent-guarantee',
  scope: 'metadata',
  summary: 'A guarantee of anonymity is about no columns, or about the wrong ones',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description }) {
    const { privacy } = description;
    if (!privacy?.guarantees) return;
    const roles = new Map(annotatedFields(description).map(({ name: column, privacy: { role } }) => [column, role]));
    const known = [...roles].filter(([, role]) => role === 'quasi-identifier').map(([column]) => column);
    for (const { path, message, fixed } of [...withoutColumns(privacy, known), ...bothWays(privacy, privacy.guarantees, roles)]) {
      yield {
        place: { at: 'node', path, part: path.at(-1) === 'kAnonymity' ? 'key' : 'value' },
        message,
        ...(fixed && { fix: { title: say`Leave it out of the quasi-identifiers`, safety: 'unsafe', change: { do: 'set-node', path, value: fixed } } }),
      };
    }
  },
});

interface Slip {
  readonly path: NodePath;
  readonly message: Message;
  readonly fixed?: readonly string[];
}

/** A class of rows is what the quasi-identifiers make it: without any there is one class. */
function withoutColumns(privacy: PrivacyDescription, known: readonly string[]): readonly Slip[] {
  const { guarantees: { kAnonymity } = {}, node } = privacy;
  const path = [...node, 'guarantees', 'kAnonymity'];
  const listed = kAnonymity?.qi;
  if (kAnonymity?.k === undefined || (listed ?? known).length > 0 || isWritten(privacy, listed ? [...path, 'qi', 0] : [...path, 'qi'])) return [];
  return [{ path: listed ? [...path, 'qi'] : path, message: say`k-anonymity is claimed, and ${name('kAnonymity.qi')} names no quasi-identifier` }];
}

/** What is to be hidden among the rows of a class cannot tell the classes apart. */
function bothWays({ node }: PrivacyDescription, guarantees: Guarantees, roles: ReadonlyMap<string, string | undefined>): readonly Slip[] {
  const { kAnonymity, lDiversity = [], tCloseness = [] } = guarantees;
  const sensitive = new Set([...lDiversity, ...tCloseness].flatMap(one => one.sensitive ?? []));
  const qi = kAnonymity?.qi ?? [];
  const both = qi.filter(column => sensitive.has(column) || roles.get(column) === 'sensitive');
  if (both.length === 0) return [];
  return [{
    path: [...node, 'guarantees', 'kAnonymity', 'qi'], fixed: qi.filter(column => !both.includes(column)),
    message: say`${list(both.map(name))} is listed as a quasi-identifier and as sensitive`,
  }];
}
