import type { ChatFault, ChatOffence } from '../../core/chat.ts';
import { SPOT_LIMIT } from '../../core/finding.ts';
import type { Place } from '../../core/place.ts';

interface Tally {
  readonly detail: string;
  readonly first: Place;
  readonly places: Place[];
  count: number;
  records: number;
  lastRow: number;
}

/** Details of one fault that are told apart; those beyond are told together. */
const MOST_DETAILS = 50;

/** Counts faults by kind and detail and remembers where the first ones are. */
export class Offences {
  readonly #byFault = new Map<ChatFault, Map<string, Tally>>();
  readonly #records = new Map<ChatFault, { count: number; lastRow: number }>();

  add(fault: ChatFault, detail: string, row: number, place: Place): void {
    this.#addRecord(fault, row);
    const tallies = this.#byFault.get(fault) ?? new Map<string, Tally>();
    this.#byFault.set(fault, tallies);
    const key = tallies.has(detail) || tallies.size < MOST_DETAILS ? detail : '';
    const tally = tallies.get(key) ?? { detail: key, first: place, places: [], count: 0, records: 0, lastRow: -1 };
    tallies.set(key, tally);
    tally.count++;
    if (tally.lastRow !== row) tally.records++;
    tally.lastRow = row;
    if (tally.count > 1 && tally.count <= SPOT_LIMIT) tally.places.push(place);
  }

  recordsWith(fault: ChatFault): number {
    return this.#records.get(fault)?.count ?? 0;
  }

  /** Faults of one record come together, though those of several kinds mingle. */
  #addRecord(fault: ChatFault, row: number): void {
    const records = this.#records.get(fault) ?? { count: 0, lastRow: -1 };
    this.#records.set(fault, records);
    if (records.lastRow !== row) records.count++;
    records.lastRow = row;
  }

  of(fault: ChatFault): readonly ChatOffence[] {
    const tallies = [...this.#byFault.get(fault)?.values() ?? []];
    return tallies
      .map(({ detail, first, places, count, records }): ChatOffence => ({ detail, count, records, places: [first, ...places] }))
      .sort((a, b) => b.count - a.count);
  }
}
