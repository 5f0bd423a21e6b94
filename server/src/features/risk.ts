import { isRefusal, type Refusal } from '../core/host.ts';
import { count, list, name, number, percent, say, type Message } from '../core/message.ts';
import type { PopulationView } from '../core/risk.ts';
import { verdictsOf } from '../engine/columnVerdicts.ts';
import { maskText } from '../engine/mask.ts';
import { readRows } from '../engine/readRows.ts';
import { allDetectors } from '../engine/registry.ts';
import { coarseningId, coarseningsOf, coarseningWords } from '../engine/risk/coarsen.ts';
import { measureTable, type RiskChoice, type SizeShare, type TableMeasures } from '../engine/risk/measureTable.ts';
import { suggestRoles } from '../engine/suggestRoles.ts';
import type { MissingWay, RiskColumn, RiskFacts, RiskGroup, RiskParams, RiskWish } from '../protocol/risk.ts';
import type { Refused } from '../protocol/messages.ts';
import { attributeLines, identityLines, type MeasureLine } from '../report/measureList.ts';
import { lossLines } from '../report/privacyLoss.ts';
import { choiceOf, partText, refusedBy, riskTable, suggestedWish, titled, type RiskTable } from './shared/riskTable.ts';
import { type Session, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';
import type { CancellationToken } from 'vscode-languageserver';

/** How easily people are found again in a dataset, for a view beside it. */
export default defineFeature({
  register: answerOwn('lintel/risk', riskFacts),
});

async function riskFacts(session: Session, params: RiskParams, token: CancellationToken): Promise<RiskFacts | Refused> {
  const shown = await riskTable(session, params.uri, token);
  if ('refused' in shown) return shown;
  const wish = params.wish ?? suggestedWish(shown);
  const facts = { uri: toClient(session, shown.uri), columns: columnsOf(session, shown), wish };
  if (wish.quasiIdentifiers.length === 0) {
    const nothing = words(session, say`Choose at least one column that others may know of a person, such as age, place or occupation.`);
    return { ...facts, subject: words(session, say`${count(shown.table.records, 'row')}`), nothing, measures: [], sizes: [], worst: [], notes: [] };
  }
  const choice = choiceOf(shown, wish);
  const measured = await measureTable(shown.coded, choice, shown.surroundings, shown.control);
  if (!measured || isRefusal(measured)) return refusedBy(session, shown.uri, measured) ?? { refused: '' };
  const worst = await worstRows(shown, choice, measured);
  if ('refused' in worst) return refusedBy(session, shown.uri, worst) ?? { refused: '' };
  const { identity } = measured;
  const by = list(choice.quasiIdentifiers.map(({ column }) => name(shown.table.columns[column]?.name ?? '')));
  return {
    ...facts,
    subject: words(session, say`${count(identity.rows, 'row')} in ${count(identity.classes, 'class')} by ${by}`),
    measures: groupsOf(session, shown, choice, measured),
    sizes: measured.sizes.map(size => sizeFacts(session, size, identity.rows)),
    worst, notes: notesOf(session, shown, wish, choice),
  };
}

function columnsOf(session: Session, { table }: RiskTable): readonly RiskColumn[] {
  const { quasiIdentifiers, sensitive, direct } = suggestRoles(table.columns, allDetectors);
  const verdicts = verdictsOf(table.columns);
  return table.columns.map((column): RiskColumn => {
    const found = verdicts[column.index]?.found?.detector.title;
    return {
      index: column.index, name: column.name,
      holds: column.field?.privacy?.category ?? (found === undefined ? '' : words(session, titled(found))),
      suggested: quasiIdentifiers.includes(column) ? 'quasi-identifier' : sensitive.includes(column) ? 'sensitive' : direct.includes(column) ? 'direct-identifier' : null,
      coarsenings: coarseningsOf(column).map(way => ({ id: coarseningId(way), label: words(session, coarseningWords(way)) })),
    };
  });
}

function groupsOf(session: Session, shown: RiskTable, choice: RiskChoice, measured: TableMeasures): readonly RiskGroup[] {
  const { guarantees, differentialPrivacy } = shown.snapshot.found?.described.description.privacy ?? {};
  const lineFacts = (line: MeasureLine, of: string): RiskGroup['lines'][number] => ({
    key: `${line.id} ${of}`, title: words(session, line.title), value: partText(session, line.value), meaning: words(session, line.meaning),
    declared: line.declared ? { value: partText(session, line.declared.value), kept: line.declared.kept } : null,
  });
  const losses = differentialPrivacy ? lossLines(differentialPrivacy) : [];
  return [
    { title: words(session, say`People`), lines: identityLines(measured, guarantees, populationOf(shown, choice)).map(line => lineFacts(line, '')) },
    ...measured.attributes.map(({ name: of, risk }) => ({
      title: words(session, say`What is given away of ${name(of)}`), lines: attributeLines(of, risk, guarantees).map(line => lineFacts(line, of)),
    })),
    ...(losses.length > 0 ? [{ title: words(session, say`Differential privacy`), lines: losses.map(line => lineFacts(line, '')) }] : []),
  ];
}

/** What the check found out about the population the annotation names, as long as it is measured by what the check was. */
function populationOf({ table: { risk } }: RiskTable, { quasiIdentifiers, missing, unit }: RiskChoice): PopulationView | undefined {
  const by = new Set(risk?.quasiIdentifiers.map(({ index }) => index));
  const alike = quasiIdentifiers.length === by.size && quasiIdentifiers.every(({ column, coarsening }) => by.has(column) && !coarsening)
    && risk?.missing === missing && unit.join() === risk.unit.map(({ index }) => index).join();
  return alike && risk.population?.is === 'usable' ? risk.population : undefined;
}

function sizeFacts(session: Session, { from, to, classes, rows }: SizeShare, all: number): RiskFacts['sizes'][number] {
  const label = to === Infinity ? say`${number(from)} and more` : from === to ? say`${number(from)}` : say`${number(from)} to ${number(to)}`;
  const share = all === 0 ? 0 : rows / all;
  return { label: words(session, label), classes: partText(session, number(classes)), rows: words(session, say`${number(rows)} (${percent(share)})`), share };
}

/** Rows of the smallest classes with their quasi-identifiers, all masked: it is these values that give a person away. */
async function worstRows(
  { snapshot, surroundings }: RiskTable, { quasiIdentifiers }: RiskChoice, { worst }: TableMeasures,
): Promise<RiskFacts['worst'] | Refusal> {
  const rows = await readRows(snapshot, worst.map(({ row }) => row), surroundings);
  if (isRefusal(rows)) return rows;
  return worst.map(({ row, size }, i) => ({
    row, size: String(size),
    cells: quasiIdentifiers.map(({ column }) => {
      const text = rows[i]?.[column] ?? '';
      return snapshot.masks(column)?.(text) ?? maskText(text);
    }),
  }));
}

const MISSING: Readonly<Record<MissingWay, Message>> = {
  'own-category': say`Missing values count as a value of their own.`,
  wildcard: say`Missing values equal every other value.`,
  exclude: say`Rows with missing values are left out.`,
};

function notesOf(session: Session, { table }: RiskTable, { missing }: RiskWish, { unit }: RiskChoice): readonly string[] {
  const persons = unit.map(column => name(table.columns[column]?.name ?? ''));
  return [
    MISSING[missing],
    persons.length === 0 ? say`Each row counts as one person.` : say`A class is as large as the number of its different ${list(persons)}.`,
  ].map(note => words(session, note));
}
