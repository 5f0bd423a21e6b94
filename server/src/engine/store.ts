import type { Finding, FindingSet } from '../core/finding.ts';
import type { Message } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Shift } from './documents.ts';
import { fingerprint } from './fingerprint.ts';
import { showAlike } from './alike.ts';
import { shiftFinding } from './shift.ts';

/** What one check says about one document. A check of a data document also says something about its description (mirrored findings). */
export interface Contribution {
  readonly uri: string;
  readonly findings: readonly Finding[];
  readonly notices?: readonly Message[];
  readonly settled: boolean;
}

/** Findings of one document with the version they are about; `undefined` for closed documents. */
export interface StoredSet extends FindingSet {
  readonly version: number | undefined;
}

/**
 * The findings of all documents, one list per URI, whoever asks for them. A list is put together from contributions, each replaced as a
 * whole by the check that made it, so a description keeps what several data documents say about it.
 */
export class FindingStore {
  private readonly sets = new Map<string, Entry>();
  private readonly listeners: ((uri: string) => void)[] = [];

  /** Called after the findings of a document changed in any way but by shifting, and after every whole check. */
  onChange(listener: (uri: string) => void): void {
    this.listeners.push(listener);
  }

  get(uri: string): StoredSet | undefined {
    return this.sets.get(uri)?.set;
  }

  uris(): readonly string[] {
    return [...this.sets.keys()];
  }

  /** Replaces all that `origin` contributed before. `version` is that of the open document the findings are about. */
  replace(origin: string, contributions: readonly Contribution[], version: number | undefined): void {
    const fresh = new Set(contributions.map(contribution => contribution.uri));
    for (const [uri, { byOrigin }] of this.sets) {
      if (byOrigin.has(origin) && !fresh.has(uri)) this.drop(uri, origin);
    }
    for (const contribution of contributions) {
      const byOrigin = this.sets.get(contribution.uri)?.byOrigin ?? new Map<string, Contribution>();
      byOrigin.set(origin, contribution);
      this.renew(contribution.uri, byOrigin, contribution.uri === origin ? version : this.get(contribution.uri)?.version);
    }
  }

  /** What a check said about its own document, moved with the text since. */
  own(uri: string): readonly Finding[] {
    return this.sets.get(uri)?.byOrigin.get(uri)?.findings ?? [];
  }

  /** Puts early findings in place of what a check said about its own document. */
  amend(uri: string, findings: readonly Finding[], version: number | undefined): void {
    const byOrigin = this.sets.get(uri)?.byOrigin ?? new Map<string, Contribution>();
    byOrigin.set(uri, { ...byOrigin.get(uri), uri, findings, settled: false });
    this.renew(uri, byOrigin, version);
  }

  /** Forgets all that anybody contributed about a document. */
  remove(uri: string): void {
    if (this.sets.delete(uri)) this.tell(uri);
  }

  /** Forgets all that `origin` contributed. */
  forget(origin: string): void {
    this.replace(origin, [], undefined);
  }

  /** Moves findings with the text until the next check; those the edits touched go. No listener is told: editors move what they show. */
  shift(uri: string, shifts: readonly Shift[] | undefined, version: number): void {
    const entry = this.sets.get(uri);
    if (!entry) return;
    for (const [origin, contribution] of entry.byOrigin) {
      const findings = shifts ? contribution.findings.flatMap(finding => shiftFinding(finding, uri, shifts)) : [];
      entry.byOrigin.set(origin, { ...contribution, findings, settled: false });
    }
    entry.set = assemble(uri, entry.byOrigin, version);
  }

  private drop(uri: string, origin: string): void {
    const byOrigin = this.sets.get(uri)?.byOrigin;
    byOrigin?.delete(origin);
    if (byOrigin && byOrigin.size > 0) return this.renew(uri, byOrigin, this.get(uri)?.version);
    this.sets.delete(uri);
    this.tell(uri);
  }

  private renew(uri: string, byOrigin: Map<string, Contribution>, version: number | undefined): void {
    const told = this.sets.get(uri)?.told;
    const set = assemble(uri, byOrigin, version);
    // Most keystrokes change nothing that is shown: then what was told last still holds, under the name it has.
    const isNews = set.settled || !told || !showAlike(told.findings, set.findings);
    this.sets.set(uri, { byOrigin, set: isNews ? set : withName(set, told), told: isNews ? set : told });
    if (isNews) this.tell(uri);
  }

  private tell(uri: string): void {
    for (const listener of this.listeners) listener(uri);
  }
}

interface Entry {
  readonly byOrigin: Map<string, Contribution>;
  set: StoredSet;
  /** What listeners were told of last. */
  readonly told: StoredSet;
}

const withName = ({ uri, findings, notices, settled, version }: StoredSet, named: StoredSet): StoredSet =>
  ({ uri, findings, notices, settled, version, get resultId() { return named.resultId; } });

function assemble(uri: string, byOrigin: ReadonlyMap<string, Contribution>, version: number | undefined): StoredSet {
  const contributions = [...byOrigin].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, contribution]) => contribution);
  const lists = contributions.map(contribution => contribution.findings);
  // One contribution is in its own order already; several are merged by where they show.
  const findings = lists.length === 1 ? (lists[0] ?? []) : lists.flat().sort(byRange);
  const notices = contributions.flatMap(contribution => contribution.notices ?? []);
  const settled = contributions.every(contribution => contribution.settled);
  let resultId: string | undefined;
  // Worked out when somebody asks, and from all that is said only where that will last: not for every keystroke.
  const identify = (): string => (resultId ??= settled ? fingerprint({ findings, notices, settled }) : `early-${earlySets++}`);
  return { uri, findings, notices, settled, version, get resultId() { return identify(); } };
}

/** Sets of early findings that were named so far: each is unlike all others. */
let earlySets = 0;

function byRange(a: Finding, b: Finding): number {
  const [from, to] = [a.primary.range.start, b.primary.range.start];
  return from.line - to.line || from.character - to.character
    || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
