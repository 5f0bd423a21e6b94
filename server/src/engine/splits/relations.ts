import type { Column } from '../../core/column.ts';
import type { Membership } from '../../core/matches.ts';
import type { ColumnPair, Group, SplitPair, TableView, Unit } from '../../core/rule.ts';
import type { Control } from '../pass.ts';
import { groupColumnsOf, groupLimit } from './groupColumns.ts';
import { summariseGroups, viewOfPart, type Grouping } from './grouped.ts';
import { OtherTable } from './otherTable.ts';
import type { Partner } from './partners.ts';
import { relateReferences } from './references.ts';
import type { RelationRequest } from './relationRequest.ts';
import { splitColumnOf, type SplitColumn } from './splitColumn.ts';

/** What a table is held against besides itself: units for rules about splits and groups, and the tables their queries name. */
export interface Relations {
  readonly units: readonly Unit[];
  readonly others: ReadonlyMap<string, OtherTable>;
  /** The rows a unit is about, where these are not all of the table. */
  membershipOf(unit: Unit): Membership | undefined;
  close(): Promise<void>;
}

const NONE: Relations = { units: [], others: new Map(), membershipOf: () => undefined, close: () => Promise.resolve() };

/** Finds out what belongs together. Costs nothing where no rule asks and where a table has neither partners nor parts. `undefined` when cancelled. */
export async function relate(request: RelationRequest): Promise<Relations | undefined> {
  const { scopes } = request;
  const splits = scopes.has('split');
  const partners = splits && request.partners ? await request.partners.open({ ...request, kernel: request.readable.kernel }) : [];
  if (!partners) return undefined;
  const close = async (): Promise<void> => {
    for (const partner of partners) await partner.close();
  };
  const ofPartners: Unit[] = [];
  for (const partner of partners) {
    const pair = pairWith(partner, request.table);
    const latest = pair && await latestOf(partner.table, pair, request.control);
    if (latest === null) return close().then(() => undefined);
    if (pair) ofPartners.push({ scope: 'split', input: { ...pair, latest } });
  }
  const inside = await relateParts(request);
  const references = inside && await relateReferences(request);
  if (!references) return close().then(() => undefined);
  const others = new Map([...partners.map(({ table }) => [table.view.name, table] as const), ...inside.others, ...references.others]);
  const closeAll = async (): Promise<void> => {
    await close();
    await references.close();
  };
  return { ...inside, units: [...ofPartners, ...inside.units, ...references.units], others, close: closeAll };
}

/** Tables that have less than half of their columns in common are no parts of one dataset, whatever their names say. */
function pairWith({ plan, table: { view } }: Partner, current: TableView): Undated | undefined {
  const shared = sharedColumns(view, current, undefined);
  const alike = 2 * shared.length >= Math.max(view.columns.length, current.columns.length);
  const { relation, role, known } = plan;
  return alike || known === 'description' ? { reference: view, current, shared, relation, role, known } : undefined;
}

type Undated = Omit<SplitPair, 'latest'>;

/** Costs a pass over the training part, so only for a declared time column that holds dates. `null` when cancelled. */
async function latestOf(table: OtherTable, { shared, current, relation }: Undated, control: Control): Promise<string | undefined | null> {
  const time = shared.find(pair => pair.current.name === current.ml?.time)?.reference;
  if (!time || relation !== 'evaluation' || time.summary.classes.date + time.summary.classes.datetime === 0) return undefined;
  return table.latest(time.index, control);
}

/** Pairs by name; of columns with the same name, the first. */
function sharedColumns(reference: TableView, current: TableView, except: number | undefined): readonly ColumnPair[] {
  const byName = new Map<string, Column>([...reference.columns].reverse().map(column => [column.name, column]));
  const seen = new Set<string>();
  return current.columns.flatMap((column): readonly ColumnPair[] => {
    const partner = byName.get(column.name);
    if (!partner || column.index === except || seen.has(column.name)) return [];
    seen.add(column.name);
    return [{ reference: partner, current: column }];
  });
}

/** Parts of the table itself: by its split column, and by the columns whose groups matter. One pass for all of them. */
async function relateParts(request: RelationRequest): Promise<Relations | undefined> {
  const { table, scan, readable, scopes, control } = request;
  const split = scopes.has('split') ? splitColumnOf(table) : undefined;
  const wanted = scopes.has('group') ? groupColumnsOf(table) : [];
  const limit = groupLimit(table.columns.length, wanted.length);
  const groups = limit > 0 ? wanted : [];
  const groupings: readonly Grouping[] = [
    ...(split ? [{ column: split.column, parts: split.parts.map(({ hashes }) => hashes) }] : []),
    ...groups.map(column => ({ column: column.index, parts: column.values.slice(0, limit).map(({ hash }) => [hash]) })),
  ];
  if (groupings.length === 0) return NONE;
  const summaries = await summariseGroups(readable, scan.summarizer, groupings, control);
  if (!summaries) return undefined;
  const views = split ? (summaries[0] ?? []).map((summary, i) => viewOfPart(table, split.parts[i]?.name ?? '', summary)) : [];
  const parts = split ? await pairParts(split, views, request) : NONE;
  if (!parts) return undefined;
  const grouped = groups.map((by, i): Unit => {
    const own = summaries[i + (split ? 1 : 0)] ?? [];
    const members = own.flatMap((summary, k): readonly Group[] => {
      const value = by.values[k];
      return value ? [{ value, view: viewOfPart(table, value.text, summary) }] : [];
    });
    return { scope: 'group', input: { table, by, groups: members } };
  });
  return { ...parts, units: [...parts.units, ...grouped] };
}

/** Every part for evaluation is held against the part for training. */
async function pairParts(
  { column, known, parts }: SplitColumn, views: readonly TableView[], { uri, scan, readable, control }: RelationRequest,
): Promise<Relations | undefined> {
  const training = parts.findIndex(({ role }) => role === 'train');
  const reference = views[training];
  if (!reference) return NONE;
  const part = { uri, readable, firstLine: scan.index.firstLine, headers: scan.headers, indexes: new Map(), texts: new Map(), hasText: true };
  const table = new OtherTable(reference, [part], { column, hashes: parts[training]?.hashes ?? [] });
  const memberships = new Map<Unit, Membership>();
  let latest: string | undefined | null;
  for (const [i, { role, hashes }] of parts.entries()) {
    const current = views[i];
    if (i === training || !current) continue;
    const pair: Undated = { reference, current, shared: sharedColumns(reference, current, column), relation: 'evaluation', role, known };
    latest ??= await latestOf(table, pair, control);
    if (latest === null) return undefined;
    memberships.set({ scope: 'split', input: { ...pair, latest } }, { column, hashes });
  }
  return { ...NONE, units: [...memberships.keys()], others: new Map([[reference.name, table]]), membershipOf: unit => memberships.get(unit) };
}
