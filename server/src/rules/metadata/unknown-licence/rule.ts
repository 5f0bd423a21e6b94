import type { LicenceDescription } from '../../../core/description.ts';
import { name, say, value } from '../../../core/message.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { LICENCES } from '../../../util/licences/identifiers.ts';
import { knownAs } from '../../../util/licences/licences.ts';
import { mostSimilar } from '../../../util/similar.ts';

export default defineRule({
  id: 'unknown-licence',
  scope: 'metadata',
  summary: 'The identifier of a licence is on no list',
  severity: 'information',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ description, complaints }) {
    const told = new Set(complaints.map(({ path }) => JSON.stringify(path)));
    for (const licence of description.licences ?? []) {
      // Standards with lists of their own have said it already; an address says more than any identifier.
      const isTold = told.has(JSON.stringify(licence.node)) || told.has(JSON.stringify(licence.idNode));
      if (licence.id !== undefined && licence.url === undefined && !isTold && !isKnown(licence.id)) yield unknown(licence.id, licence);
    }
  },
});

/** An identifier, or an expression of several. */
const isKnown = (id: string): boolean =>
  id.split(/\s+(?:AND|OR|WITH)\s+|[()]/).filter(part => part.trim() !== '').every(part => knownAs(part.replace(/\+$/, '')) !== undefined);

function unknown(id: string, { node, idNode = node }: LicenceDescription): Problem {
  const place = { at: 'node', path: idNode, part: 'value' } as const;
  const meant = mostSimilar(plain(id), LICENCES.keys());
  const right = knownAs(plain(id)) ?? (meant === undefined ? undefined : knownAs(meant));
  if (right === undefined) return { place, message: say`${value(id, -1)} is on no list of licences, so no program can tell its terms` };
  const fix = { title: say`Replace with ${name(right)}`, safety: 'unsafe', change: { do: 'set-node', path: idNode, value: right } } as const;
  return { place, severity: 'warning', message: say`${value(id, -1)} is on no list of licences; did you mean ${name(right)}?`, fix };
}

/** `CC BY 4.0 License` as identifiers are written. */
const plain = (id: string): string => id.trim().toLowerCase().replace(/\s*\blicen[cs]e\b/, '').replace(/[\s_]+/g, '-').replace(/-v(?=\d)/, '-');
