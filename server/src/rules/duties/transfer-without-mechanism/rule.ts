import type { PrivacyDescription, Transfer } from '../../../core/annotation.ts';
import { type AppliedProfile, articlesOf, isPersonal, isWritten } from '../../../core/duties.ts';
import { name, say } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Fix } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'transfer-without-mechanism',
  scope: 'metadata',
  summary: 'Personal data leaves the country without a ground to do so',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description, profiles }) {
    if (!isPersonal(description)) return;
    const { privacy } = description;
    const applied = profiles.applied.filter(isKnownPlace).map(({ profile }) => profile);
    const laws = LAWS.flatMap(law => applied.filter(({ id }) => id === law.id).map(({ territory }) => ({ ...law, territory })));
    for (const { country, path } of destinations(privacy)) {
      const transfers = (privacy.transfers ?? []).map((transfer, i) => ({ ...transfer, path: [...privacy.node, 'transfers', i] })).filter(({ to }) => isHome(country, [to]));
      const open = laws.filter(({ territory, mechanisms }) => !isHome(country, [...territory, ...privacy.jurisdictions ?? []])
        && !transfers.some(({ mechanism, path: at }) => (mechanism === undefined ? isWritten(privacy, [...at, 'mechanism']) : mechanisms.includes(mechanism))));
      const articles = open.flatMap(({ id }) => profiles.asking('transfer-without-mechanism', id));
      if (articles.length === 0) continue;
      const [fix, ...alternatives] = open.flatMap(({ mechanisms }) => mechanisms).map(mechanism => naming(country, mechanism, privacy, transfers[0]?.path));
      yield {
        place: { at: 'node', path: transfers[0] ? [...transfers[0].path, 'to'] : path, part: 'value' },
        message: say`Personal data goes to ${name(country)}, and ${name('transfers')} names no mechanism for it: ${articlesOf(articles)}`,
        ...(fix && { fix, alternatives }),
      };
    }
  },
});

type Mechanism = NonNullable<Transfer['mechanism']>;

/** The laws that hold data back, and what each lets it out by. */
const LAWS: readonly { readonly id: string; readonly mechanisms: readonly Mechanism[] }[] = [
  { id: 'gdpr', mechanisms: ['adequacy', 'scc', 'bcr', 'derogation'] },
  { id: 'pipl', mechanisms: ['cac-assessment', 'cac-contract', 'cac-cert'] },
];

/** Where nothing says whose law holds, nobody knows what is abroad. */
const isKnownPlace = ({ reason }: AppliedProfile): boolean => reason.kind !== 'assumed';

/** Regions count as part of their country. */
const isHome = (code: string, home: readonly string[]): boolean => home.some(place => place === code || code.startsWith(`${place}-`) || place.startsWith(`${code}-`));

/** Where data goes, each country once, in the order of the document. */
function destinations({ node, storage = [], recipients = [], transfers = [] }: PrivacyDescription): readonly { readonly country: string; readonly path: NodePath }[] {
  const all = [
    ...storage.map((country, i) => ({ country, path: [...node, 'storage', i] })),
    ...recipients.flatMap(({ country }, i) => (country === undefined ? [] : [{ country, path: [...node, 'recipients', i, 'country'] }])),
    ...transfers.map(({ to }, i) => ({ country: to, path: [...node, 'transfers', i, 'to'] })),
  ];
  return all.filter(({ country }, i) => all.findIndex(one => one.country === country) === i);
}

function naming(country: string, mechanism: Mechanism, { node, transfers }: PrivacyDescription, known: NodePath | undefined): Fix {
  const path = known ? [...known, 'mechanism'] : [...node, 'transfers'];
  const value = known ? mechanism : [{ to: country, mechanism }];
  const change = !known && transfers ? { do: 'insert-node' as const, path: [...path, transfers.length], value: { to: country, mechanism } } : { do: 'set-node' as const, path, value };
  return { title: say`Name the mechanism ${name(mechanism)}`, safety: 'unsafe', change };
}
