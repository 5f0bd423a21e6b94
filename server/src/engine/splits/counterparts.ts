import type { Spot } from '../../core/finding.ts';
import type { Matches } from '../../core/matches.ts';
import { name, say, type Message } from '../../core/message.ts';
import type { Query } from '../../core/query.ts';
import { hashAt, textsOf, type OtherTable } from './otherTable.ts';
import type { ResolveContext } from '../resolve.ts';

/** A place that a finding points at besides its own. */
export interface Counterpart {
  readonly spot: Spot;
  readonly message: Message;
}

/** Matches whose counterparts are looked up; nobody follows more. */
const LOOKED_UP = 5;

/**
 * Where the first matches of a query about another table stand in that table, and where rows and cells first stood that repeat. They are compared by
 * their text: what only has the same hash is no counterpart. Nothing for other queries.
 */
export async function counterpartsOf(query: Query | undefined, column: number, matches: Matches | undefined, context: ResolveContext): Promise<readonly Counterpart[]> {
  const asked = query && asRows(query, column, context.summaries.length);
  const other = asked && (asked.table === undefined ? context.own : context.others?.get(asked.table));
  if (!asked || !other || !matches) return [];
  const rows = await readRows(asked.columns, matches, context);
  const found = await other.find([...new Set(rows.map(({ hash }) => hash))], asked.from);
  const seen = new Set<bigint>();
  return rows.flatMap(({ hash, texts }): readonly Counterpart[] => {
    const row = found.get(hash);
    if (!row || seen.has(hash) || row.texts.some((text, i) => text !== texts[i])) return [];
    seen.add(hash);
    const { uri, place, range } = row;
    return [{ spot: { uri, place, range }, message: wordsFor(query, other) }];
  });
}

function wordsFor(query: Query | undefined, { view }: OtherTable): Message {
  switch (query?.is) {
    case 'in-other': return say`The same row in ${name(view.name)}`;
    case 'duplicate': return say`The first such row`;
    case 'conflict': return say`The first row with these features`;
    case 'repeated': return say`The first such value`;
    default: return say`The same value in ${name(view.name)}`;
  }
}

interface AskedRows {
  /** The table itself where left out. */
  readonly table?: string;
  readonly columns: readonly number[];
  readonly from: readonly number[];
}

function asRows(query: Query, column: number, width: number): AskedRows | undefined {
  switch (query.is) {
    case 'in-other': return query;
    case 'occurs-in': return { table: query.table, columns: [column], from: [query.column] };
    case 'repeated': return { columns: [column], from: [column] };
    case 'conflict': return { columns: query.columns, from: query.columns };
    case 'duplicate': {
      const columns = query.columns ?? Array.from({ length: width }, (_, i) => i);
      return { columns, from: columns };
    }
    default: return undefined;
  }
}

async function readRows(columns: readonly number[], { located }: Matches, { readable, index, summarizer }: ResolveContext) {
  const rows = located.slice(0, LOOKED_UP).flatMap(({ place }) => ('row' in place ? [place.row] : []));
  const read: { readonly hash: bigint; readonly texts: readonly string[] }[] = [];
  await index.visitCells(readable, rows, (_, chunk, record) => {
    read.push({ hash: hashAt(summarizer.hashRows(chunk, columns), record), texts: textsOf(chunk, record, columns) });
  });
  return read;
}
