import type { CancellationToken } from 'vscode-languageserver';
import { isRefusal } from '../../core/host.ts';
import { name, say, type Message, type Part } from '../../core/message.ts';
import type { TableView } from '../../core/rule.ts';
import type { Snapshot } from '../../engine/dataCheck.ts';
import type { Control } from '../../engine/pass.ts';
import type { RowSurroundings } from '../../engine/readRows.ts';
import { allDetectors } from '../../engine/registry.ts';
import { CodedTable, type Told } from '../../engine/risk/codedTable.ts';
import { loadHierarchies } from '../../engine/deidentify/hierarchies.ts';
import type { Levels } from '../../core/transform.ts';
import { coarseningId, coarseningsOf } from '../../engine/risk/coarsen.ts';
import type { RiskChoice } from '../../engine/risk/measureTable.ts';
import { declaredLs, suggestChoice } from '../../engine/risk/suggestChoice.ts';
import type { RiskWish } from '../../protocol/risk.ts';
import type { Refused } from '../../protocol/messages.ts';
import { fileNameOf } from '../../util/uri.ts';
import { refusal } from './refusals.ts';
import { type Session, fromClient, words } from './session.ts';

/** A table whose risk somebody looks at. */
export interface RiskTable {
  readonly uri: string;
  readonly snapshot: Snapshot;
  readonly table: TableView;
  readonly coded: CodedTable;
  readonly surroundings: RowSurroundings;
  readonly control: Control;
  /** More general values by value, by the name of the column; none where one cannot be read. */
  readonly hierarchies: ReadonlyMap<string, Levels>;
}

/** The one table that was asked about last: its codes are kept, so that changes of the question are answered at once. */
const latest = new WeakMap<Session, CodedTable>();

export async function riskTable(session: Session, shownUri: string, token: CancellationToken): Promise<RiskTable | Refused> {
  const { workspace } = session;
  const shown = await checkedTable(session, shownUri);
  if ('refused' in shown) return shown;
  const known = latest.get(session);
  const coded = known?.snapshot === shown.snapshot ? known : new CodedTable(shown.snapshot);
  latest.set(session, coded);
  const hierarchies = await loadHierarchies(shown.table.columns, {}, { plan: shown.uri, description: shown.snapshot.found?.described.uri }, workspace.host.files);
  return {
    ...shown, coded, hierarchies: 'template' in hierarchies ? new Map() : hierarchies,
    surroundings: { documents: workspace.documents, disk: workspace.host.files, kernel: await workspace.kernel() },
    control: { cancellation: { get cancelled() { return token.isCancellationRequested; } }, pause: () => workspace.host.pause() },
  };
}

/** A document with the check of its present text, where it holds a table. */
export async function checkedTable(session: Session, shownUri: string): Promise<Pick<RiskTable, 'uri' | 'snapshot' | 'table'> | Refused> {
  const uri = fromClient(shownUri);
  if (!session.spellings.has(uri)) session.spellings.set(uri, shownUri);
  const snapshot = await session.workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const table = snapshot?.checked.table;
  return snapshot && table ? { uri, snapshot, table } : { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
}

/** What to measure by where nobody says. */
export function suggestedWish({ table, snapshot }: Pick<RiskTable, 'table' | 'snapshot'>): RiskWish {
  const { quasiIdentifiers, ...others } = suggestChoice(table.columns, snapshot.found?.described.description.privacy, allDetectors);
  return { ...others, quasiIdentifiers: quasiIdentifiers.map(({ column }) => ({ column })) };
}

/** The wish as the engine has it: columns and coarsenings that are not there are left out. */
export function choiceOf({ table, snapshot, hierarchies }: Pick<RiskTable, 'table' | 'snapshot' | 'hierarchies'>, { quasiIdentifiers, sensitive, unit, missing }: RiskWish): RiskChoice {
  const there = (columns: readonly number[]): readonly number[] => columns.filter(index => table.columns[index] !== undefined);
  const told = quasiIdentifiers.flatMap(({ column, coarsening }): readonly Told[] => {
    const view = table.columns[column];
    if (!view) return [];
    return [{ column, coarsening: coarsening === undefined ? undefined : coarseningsOf(view).find(way => coarseningId(way) === coarsening) }];
  });
  return { quasiIdentifiers: told, sensitive: there(sensitive), unit: there(unit), missing, hierarchies, ls: declaredLs(snapshot.found?.described.description.privacy?.guarantees) };
}

/** Either a refusal of the engine or a cancelled question, in the client's words. */
export function refusedBy(session: Session, uri: string, answer: object | undefined): Refused | undefined {
  if (answer === undefined) return { refused: words(session, say`The question was taken back.`) };
  return isRefusal(answer) ? refusal(session, uri, answer) : undefined;
}

/** A single part in the client's words. */
export const partText = (session: Session, part: Part): string => words(session, { template: '{0}', parts: [part] });

/** A term of a vocabulary, as it is, or a title of a detector, translated. */
export const titled = (template: string): Message => ({ template, parts: [] });
