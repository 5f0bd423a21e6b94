import { isRefusal } from '../core/host.ts';
import { name, number, percent, say } from '../core/message.ts';
import { coarseningId, coarseningsOf, coarseningWords } from '../engine/risk/coarsen.ts';
import { type Alternative, alternatives } from '../engine/risk/measureTable.ts';
import type { RiskAlternatives, RiskParams } from '../protocol/risk.ts';
import type { Refused } from '../protocol/messages.ts';
import { choiceOf, partText, refusedBy, riskTable, type RiskTable } from './shared/riskTable.ts';
import { type Session, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';
import type { CancellationToken } from 'vscode-languageserver';

/** What each quasi-identifier adds to the risk, and what telling less of it would help. */
export default defineFeature({
  register: answerOwn('lintel/riskAlternatives', answerAlternatives),
});

async function answerAlternatives(session: Session, { uri, wish }: Required<RiskParams>, token: CancellationToken): Promise<RiskAlternatives | Refused> {
  const shown = await riskTable(session, uri, token);
  if ('refused' in shown) return shown;
  const choice = choiceOf(shown, wish);
  const changes = choice.quasiIdentifiers.flatMap(({ column, coarsening: now }) => [
    ...(choice.quasiIdentifiers.length > 1 ? [{ column, dropped: true } as const] : []),
    ...(shown.table.columns[column] ? coarseningsOf(shown.table.columns[column]) : []).flatMap(coarsening => (now && coarseningId(now) === coarseningId(coarsening) ? [] : [{ column, coarsening }])),
  ]);
  const found = await alternatives(shown.coded, choice, changes, shown.surroundings, shown.control);
  if (!found || isRefusal(found)) return refusedBy(session, shown.uri, found) ?? { refused: '' };
  const sensitive = choice.sensitive.map(column => shown.table.columns[column]?.name ?? '');
  return {
    heads: [
      say`k-anonymity`, say`Uniqueness`, say`Risk, highest`, say`Risk, average`,
      ...sensitive.flatMap(of => [say`${name(of)}: l-diversity`, say`${name(of)}: t-closeness`]),
    ].map(head => words(session, head)),
    rows: found.map(one => rowFacts(session, shown, one)),
  };
}

function rowFacts(session: Session, { table }: RiskTable, { column, change, identity, attributes }: Alternative): RiskAlternatives['rows'][number] {
  const of = name(table.columns[column]?.name ?? '');
  const way = change === 'dropped' ? undefined : change.coarsening;
  return {
    column, coarsening: way ? coarseningId(way) : null,
    label: words(session, way ? say`${of} by ${coarseningWords(way)}` : say`without ${of}`),
    values: [
      number(identity.k), percent(identity.uniqueness), percent(identity.prosecutor.highest), percent(identity.prosecutor.average),
      ...attributes.flatMap(({ risk }) => [number(risk.distinctL), number(risk.tEqual)]),
    ].map(part => partText(session, part)),
  };
}
