import type { ChatFault, ChatOffence, OffenceTally } from '../../core/chat.ts';
import { SPOT_LIMIT } from '../../core/finding.ts';
import { comparePlaces } from '../../core/place.ts';
import type { Place } from '../../core/place.ts';
import { hashText } from '../../util/statistics/minHash.ts';

interface Tally {
  readonly detail: string;
  readonly hash: number;
  readonly places: Place[];
  count: number;
  records: number;
  lastRow: number;
}

/** Details of one fault that are told apart, those of the smallest hashes, so that it makes no difference which were met first; the others are told together. */
const MOST_DETAILS = 200;
const OTHERS = '';

/** Counts faults by kind and detail and remembers where the first ones are. */
export class Offences {
  readonly #byFault = new Map<ChatFault, Details>();
  readonly #records = new Map<ChatFault, { count: number; lastRow: number }>();

  add(fault: ChatFault, detail: string, row: number, place: Place): void {
    this.#addRecord(fault, row);
    const tally = this.#detailsOf(fault).tally(detail);
    tally.count++;
    if (tally.lastRow !== row) tally.records++;
    tally.lastRow = row;
    if (tally.places.length < SPOT_LIMIT) tally.places.push(place);
  }

  /** Adds what was found in the records that come next. */
  merge(offences: readonly OffenceTally[], recordsWith: ReadonlyMap<ChatFault, number>): void {
    for (const { fault, ...tally } of offences) addTo(this.#detailsOf(fault).tally(tally.detail), tally);
    for (const [fault, count] of recordsWith) this.#records.set(fault, { count: this.recordsWith(fault) + count, lastRow: -1 });
  }

  tallies(): readonly OffenceTally[] {
    return [...this.#byFault].flatMap(([fault, details]) => details.all().map(({ lastRow: _, hash: __, ...tally }): OffenceTally => ({ fault, ...tally })));
  }

  recordsWithAny(): ReadonlyMap<ChatFault, number> {
    return new Map([...this.#records].map(([fault, { count }]) => [fault, count]));
  }

  recordsWith(fault: ChatFault): number {
    return this.#records.get(fault)?.count ?? 0;
  }

  /** By detail, most frequent first, and among equals those that come first. */
  of(fault: ChatFault): readonly ChatOffence[] {
    const most = this.recordsWith(fault);
    return [...this.#byFault.get(fault)?.all() ?? []]
      .flatMap(({ detail, count, records, places: [first, ...places] }) => (first ? [{ detail, count, records: Math.min(records, most), places: [first, ...places] } as const] : []))
      .sort((a, b) => b.count - a.count || comparePlaces(a.places[0], b.places[0]));
  }

  #detailsOf(fault: ChatFault): Details {
    const details = this.#byFault.get(fault) ?? new Details();
    this.#byFault.set(fault, details);
    return details;
  }

  /** Faults of one record come together, though those of several kinds mingle. */
  #addRecord(fault: ChatFault, row: number): void {
    const records = this.#records.get(fault) ?? { count: 0, lastRow: -1 };
    this.#records.set(fault, records);
    if (records.lastRow !== row) records.count++;
    records.lastRow = row;
  }
}

/** The details of one fault. */
class Details {
  readonly #kept = new Map<string, Tally>();
  readonly #others = emptyTally(OTHERS);
  /** The greatest hash that is kept once there is no more room. */
  #bound = Infinity;

  tally(detail: string): Tally {
    const known = this.#kept.get(detail);
    if (known) return known;
    const tally = emptyTally(detail);
    if (tally.hash >= this.#bound) return this.#others;
    this.#kept.set(detail, tally);
    if (this.#kept.size > MOST_DETAILS) this.#leaveOut();
    return this.#kept.get(detail) ?? this.#others;
  }

  all(): readonly Tally[] {
    return [...this.#kept.values(), ...(this.#others.count > 0 ? [this.#others] : [])];
  }

  #leaveOut(): void {
    const last = [...this.#kept.values()].reduce((a, b) => (b.hash > a.hash ? b : a));
    this.#bound = last.hash;
    this.#kept.delete(last.detail);
    addTo(this.#others, last);
  }
}

const emptyTally = (detail: string): Tally => ({ detail, hash: hashText(detail), places: [], count: 0, records: 0, lastRow: -1 });

function addTo(tally: Tally, { count, records, places }: Omit<OffenceTally, 'fault'>): void {
  tally.count += count;
  tally.records += records;
  const [last, next] = [tally.places.at(-1), places[0]];
  const isInOrder = !last || !next || comparePlaces(last, next) <= 0;
  if (isInOrder && tally.places.length >= SPOT_LIMIT) return;
  tally.places.push(...places);
  if (!isInOrder) tally.places.sort(comparePlaces);
  tally.places.length = Math.min(tally.places.length, SPOT_LIMIT);
}
