import type { Finding, Spot } from '../core/finding.ts';
import type { Cache, Files } from '../core/host.ts';
import type { Rule } from '../core/rule.ts';
import type { Effective } from '../config/effective.ts';
import { fingerprint } from './fingerprint.ts';
import type { Contribution } from './store.ts';
import { listLooks, looksOf, type Looked } from './trace.ts';

/** What a check of a file that is not open came to. */
export interface Remembered {
  readonly contributions: readonly Contribution[];
  /** Positions, in the configuration, of the suppressions that something was left out for. */
  readonly usedSuppressions: readonly number[];
}

interface Entry extends Remembered {
  readonly uri: string;
  /** Of the rules and of the configuration. */
  readonly terms: string;
  /** What the check looked at, and what it looked like. */
  readonly looked: readonly (readonly [string, string])[];
}

/** What changed this shortly before a check, in milliseconds, may change again without its size or time telling. */
const FRESH = 2000;
/** Findings of one file that are longer than this are worked out anew. */
const LONGEST = 1024 * 1024;

/**
 * Findings of files on disk from one start to the next: they hold as long as nothing that the check looked at changed, be it the file, its description, a
 * table it is held against or what lies beside it. Kept are findings as they are shown, with values of personal columns masked, without what fixes write.
 */
export class Memory {
  readonly #cache: Cache;
  readonly #files: Files;
  readonly #rules: string;

  constructor(cache: Cache, files: Files, rules: readonly Rule[]) {
    this.#cache = cache;
    this.#files = files;
    this.#rules = fingerprint(rules.map(({ id, severity, options, enabled, heavy }) => [id, severity, options, enabled, heavy]));
  }

  /** What a check of the file would find; `undefined` where nobody knows without one. */
  async recall(uri: string, effective: Effective): Promise<Remembered | undefined> {
    const entry = parse(await this.#cache.read(keyOf(uri)));
    if (entry?.uri !== uri || entry.terms !== this.#terms(effective)) return undefined;
    for (const [looked, looks] of entry.looked) {
      const now = looks.startsWith('list ') ? listLooks(await this.#files.list(looked)) : (await looksOf(this.#files, looked)).looks;
      if (now !== looks) return undefined;
    }
    return entry;
  }

  /** `began`: when the check did, in milliseconds since 1970. */
  async remember(uri: string, effective: Effective, looked: Looked, began: number, { contributions, usedSuppressions }: Remembered): Promise<void> {
    for (const source of effective.loaded?.sources ?? []) looked.set(source, undefined);
    const looks: [string, string][] = [];
    for (const [one, known] of looked) {
      const { looks: now, modified } = known === undefined ? await looksOf(this.#files, one) : { looks: known, modified: 0 };
      if (modified > began - FRESH) return;
      looks.push([one, now]);
    }
    const entry: Entry = { uri, terms: this.#terms(effective), looked: looks, usedSuppressions, contributions: contributions.map(plain) };
    const text = JSON.stringify(entry);
    if (text.length <= LONGEST) await this.#cache.write(keyOf(uri), `${fingerprint({ text })}\n${text}`);
  }

  #terms({ configuration, loaded }: Effective): string {
    return `${this.#rules} ${fingerprint({ configuration, by: loaded?.uri ?? '' })}`;
  }
}

const keyOf = (uri: string): string => fingerprint({ uri });

/** `undefined` for what is not whole: a disk may lose the end of a file. */
function parse(kept: string | undefined): Entry | undefined {
  const end = kept?.indexOf('\n') ?? -1;
  if (kept === undefined || end === -1) return undefined;
  const text = kept.slice(end + 1);
  if (fingerprint({ text }) !== kept.slice(0, end)) return undefined;
  const entry: Entry = JSON.parse(text);
  return entry;
}

const plain = (contribution: Contribution): Contribution => ({ ...contribution, findings: contribution.findings.map(withoutContents) });

/** Fixes belong to open documents, which are checked anyway; what they write is data. */
function withoutContents({ alternatives: _, data: __, ...finding }: Finding): Finding {
  return { ...finding, fix: undefined, primary: withoutText(finding.primary), spots: finding.spots.map(withoutText) };
}

const withoutText = ({ becomes: _, ...spot }: Spot): Spot => spot;
