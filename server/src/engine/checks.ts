import type { Configuration } from '../config/configuration.ts';
import { type Configurations, isConfigurationName } from '../config/configurations.ts';
import { dayOf } from '../config/suppressions.ts';
import type { Finding } from '../core/finding.ts';
import type { Cancellation, Files, Host } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import { fileNameOf } from '../util/uri.ts';
import { type DataCheckSetup, type FoundDescription, type Snapshot, type Unchecked, allFound, checkData, contributionsOf, formatFor } from './dataCheck.ts';
import { partUris } from './descriptionParts.ts';
import type { Documents, Edit } from './documents.ts';
import { earlyFindings, WORTH_EARLY } from './early.ts';
import type { Corpora } from './corpus/corpora.ts';
import { type SuppressionUsage, checkConfiguration } from './configurationCheck.ts';
import type { Sifted } from './sift.ts';
import type { JobEnd, Jobs } from './jobs.ts';
import { KeptScans } from './keptScans.ts';
import { Memory } from './memory.ts';
import { allRules, formatOf, isDescriptionUri } from './registry.ts';
import type { Control } from './pass.ts';
import { Partners, type TableFinder } from './splits/partners.ts';
import type { Contribution, FindingStore } from './store.ts';
import { Tracer } from './trace.ts';
import { isFolderUri } from './images/imageFolder.ts';
import { Evaluations } from './texts/evaluation.ts';
import { Typing } from './typing/typing.ts';

/** What descriptions are asked; implemented over the metadata standards. `files` shows open documents as they are. */
export interface Descriptions {
  /** The nearest description that names a data document. */
  find(uri: string, files: Files, folders: readonly string[], leavesOut?: LeavesOut): Promise<FoundDescription | undefined>;
  /** What is wrong with a description document alone, and the data documents it names that may be read, as canonical URIs. */
  check(request: DescriptionRequest): Promise<CheckedDescription | Unchecked>;
}

/** Whether a document is to be left alone though it may be a description. */
export type LeavesOut = (uri: string) => Promise<boolean>;

export interface DescriptionRequest {
  readonly uri: string;
  readonly host: Host;
  readonly folders: readonly string[];
  readonly configuration: Configuration;
}

export interface CheckedDescription {
  readonly findings: readonly Finding[];
  /** What the configuration left out of them. */
  readonly sifted?: Sifted;
  readonly named: readonly string[];
}

/** What checks need of the workspace around them. */
export interface ChecksSetup {
  readonly host: Host;
  /** The host's files with open documents in place of what is on disk. */
  readonly files: Files;
  readonly documents: Documents;
  readonly corpora: Corpora;
  readonly store: FindingStore;
  readonly jobs: Jobs;
  readonly kernel: () => Promise<Kernel>;
  readonly descriptions: Descriptions;
  folders(): readonly string[];
  readonly configurations: Configurations;
  readonly usage: SuppressionUsage;
  /** The editor's settings, which count where no configuration document does. */
  settingsOf(uri: string): Configuration;
  /** Whether findings of a document are to be seen at all. */
  isShown(uri: string): boolean;
  /** A description was checked: what it names is to be held against it. */
  described(uri: string, named: readonly string[]): void;
  /** A heavy check begins; the watch is told how far it is, in bytes, and that it is over. */
  watch(uri: string, bytes: number): Watch;
  /** A data document was checked to the end. */
  checked(snapshot: Snapshot): void;
}

export interface Watch {
  progress(bytes: number): void;
  done(): void;
}

/** How a check ended, and why there was none where there was none. */
export interface Outcome {
  readonly end: JobEnd;
  readonly unchecked: Unchecked | undefined;
}

/** Documents bigger than this are heavy work: one at a time, with progress. */
const HEAVY = 4 * 1024 * 1024;
/** Snapshots kept of documents that are not open. */
const KEPT = 8;

/** A document describes data by itself or as a part of another. */
const describes = (found: FoundDescription, description: string): boolean =>
  allFound(found).some(({ described, parsed }) => described.uri === description || partUris(described.uri, parsed).includes(description));

/** Runs checks of single documents as jobs, keeps what they saw last and stores what they found. */
export class Checks {
  readonly #setup: ChecksSetup;
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #partners: Partners;
  readonly #typing: Typing;
  readonly #evaluations = new Evaluations();
  readonly #tracer: Tracer;
  readonly #memory: Memory | undefined;
  readonly #keptScans: KeptScans | undefined;
  readonly #underway = new Map<string, { readonly version: number | undefined; readonly outcome: Promise<Outcome> }>();

  constructor(setup: ChecksSetup) {
    this.#setup = setup;
    const { host: { log, cache }, descriptions, documents, kernel, store } = setup;
    this.#tracer = new Tracer(setup.files);
    const { files } = this.#tracer;
    this.#memory = cache && new Memory(cache, setup.files, allRules);
    this.#keptScans = cache && new KeptScans(cache);
    this.#typing = new Typing({ documents, log, kernel, shown: uri => store.own(uri), found: (uri, findings, version) => store.amend(uri, findings, version) });
    this.#partners = new Partners({
      files, log, formatOf, findDescription: uri => descriptions.find(uri, files, setup.folders()),
      readingOf: async uri => (await setup.configurations.for(uri)).configuration.read,
    });
  }

  /** Checks a document once nothing newer came for `delay` milliseconds. With `recall` a file that is as it was is not read again; there is no snapshot of it then. */
  start(uri: string, delay?: number, recall = false): Promise<Outcome> {
    const version = this.#setup.documents.get(uri)?.version;
    const outcome = this.#run(uri, delay, recall);
    this.#underway.set(uri, { version, outcome });
    void outcome.then(() => {
      if (this.#underway.get(uri)?.outcome === outcome) this.#underway.delete(uri);
    });
    return outcome;
  }

  /** A document was edited: what can be said at once is said at once. */
  typed(uri: string, edits: readonly Edit[] | undefined): void {
    void this.#typing.changed(uri, edits).catch((cause: Error) => {
      this.#typing.forget(uri);
      this.#setup.host.log.error('findings could not be renewed while typing', cause);
    });
  }

  /** A document is no longer open: its text is not needed any more. */
  closed(uri: string): void {
    this.#typing.forget(uri);
  }

  /** The last check of a data document, waited for or made now where there is none of the present text. */
  async snapshot(uri: string): Promise<Snapshot | Unchecked | undefined> {
    const version = this.#setup.documents.get(uri)?.version;
    const underway = this.#underway.get(uri);
    const known = this.#snapshots.get(uri);
    if (!underway && known && known.version === version) return known;
    const { unchecked } = await this.lastOf(uri, underway?.version === version && underway ? underway.outcome : this.start(uri));
    const seen = unchecked ?? this.#snapshots.get(uri);
    // What was only recalled has to be looked at after all.
    return seen || !underway ? seen : (await this.start(uri)).unchecked ?? this.#snapshots.get(uri);
  }

  /** Waits for the check of a document that is under way, or makes one where there never was any. */
  async settled(uri: string): Promise<void> {
    const underway = this.#underway.get(uri)?.outcome;
    if (underway || !this.#setup.store.get(uri)) await this.lastOf(uri, underway ?? this.start(uri));
  }

  /** How the checking of a document ends that begins with this check: one that was replaced, by typing for instance, is followed by another. */
  async lastOf(uri: string, begun: Promise<Outcome>): Promise<Outcome> {
    const outcome = await begun;
    const following = this.#underway.get(uri)?.outcome;
    return outcome.end === 'replaced' && following && following !== begun ? this.lastOf(uri, following) : outcome;
  }

  /** The last finished check of a data document, of whatever version. */
  last(uri: string): Snapshot | undefined {
    return this.#snapshots.get(uri);
  }

  /** Data documents whose last check found them named by a description. */
  describedBy(description: string): readonly string[] {
    return [...this.#snapshots.values()].filter(({ found }) => found && describes(found, description)).map(({ uri }) => uri);
  }

  /** Data documents whose last check held them against this one. */
  dependentsOf(uri: string): readonly string[] {
    return this.#partners.dependentsOf(uri);
  }

  forget(uri: string): void {
    this.#setup.jobs.cancel(uri);
    this.#typing.forget(uri);
    this.#snapshots.delete(uri);
    this.#setup.store.forget(uri);
    this.#setup.store.remove(uri);
  }

  async #run(uri: string, delay: number | undefined, recall: boolean): Promise<Outcome> {
    const { documents, files, jobs } = this.#setup;
    const document = documents.get(uri);
    const facts = document ? { size: document.text.size } : await files.stat(uri);
    if (isRefusal(facts)) {
      this.forget(uri);
      return { end: 'done', unchecked: facts };
    }
    let unchecked: Unchecked | undefined;
    const heavy = facts.size > HEAVY;
    const run = async (cancellation: Cancellation): Promise<void> => {
      if (recall && await this.#recall(uri)) return;
      const watch = heavy ? this.#setup.watch(uri, facts.size) : undefined;
      try {
        unchecked = await (isConfigurationName(fileNameOf(uri)) ? this.#checkConfiguration(uri)
          : isDescriptionUri(uri) ? this.#checkDescription(uri) : this.#checkTraced(uri, cancellation, watch));
      } finally {
        watch?.done();
      }
    };
    const end = await jobs.start({ key: uri, priority: document ? 0 : 1, heavy, run, ...(delay !== undefined && { delay }) });
    return { end, unchecked };
  }

  /** Publishes what a check of the file would find, where that is known. */
  async #recall(uri: string): Promise<boolean> {
    if (this.#setup.documents.get(uri) || isFolderUri(uri) || isDescriptionUri(uri) || isConfigurationName(fileNameOf(uri))) return false;
    const effective = await this.#setup.configurations.for(uri);
    const known = await this.#memory?.recall(uri, effective);
    if (!known) return false;
    this.#setup.usage.note(uri, effective.configuration, known.usedSuppressions);
    this.#publish(uri, known.contributions, undefined);
    return true;
  }

  /** Remembers what a whole check of a file found, where all that it looked at is on disk. */
  async #checkTraced(uri: string, cancellation: Cancellation, watch: Watch | undefined): Promise<Unchecked | undefined> {
    const { documents, host, configurations } = this.#setup;
    if (documents.get(uri) || isFolderUri(uri) || !this.#memory) return this.#checkData(uri, cancellation, watch);
    const looked = this.#tracer.begin().set(uri, undefined);
    const [began, effective] = [host.today().getTime(), await configurations.for(uri)];
    try {
      const unchecked = await this.#checkData(uri, cancellation, watch);
      const snapshot = this.#snapshots.get(uri);
      const isOpen = [...looked.keys()].some(one => documents.get(one));
      if (unchecked || cancellation.cancelled || isOpen || !snapshot || snapshot.version !== undefined) return unchecked;
      const { usedSuppressions = [] } = snapshot.checked.sifted ?? {};
      await this.#memory.remember(uri, effective, looked, began, { contributions: contributionsOf(snapshot), usedSuppressions });
      return undefined;
    } finally {
      this.#tracer.end(looked);
    }
  }

  async #checkData(uri: string, cancellation: Cancellation, watch: Watch | undefined): Promise<Unchecked | undefined> {
    const { host } = this.#setup;
    const control = { cancellation, pause: () => host.pause(), ...(watch && { progress: (bytes: number) => watch.progress(bytes) }) };
    if (this.#setup.documents.get(uri)) await this.#prepareTyping(uri, control);
    else if (watch) await this.#tellEarly(uri, control);
    if (cancellation.cancelled) return undefined;
    if (isFolderUri(uri) && !this.#setup.corpora.has(uri)) return this.#checkImages(uri, control);
    if (watch) return this.#checkAgainst(uri, this.#partners, control);
    const quick = this.#partners.quick();
    const unchecked = await this.#checkAgainst(uri, quick, control);
    return quick.left && !unchecked && !cancellation.cancelled ? this.#checkAgainst(uri, this.#partners, control) : unchecked;
  }

  /** What headers of images tell is shown before their pixels are decoded. */
  async #checkImages(uri: string, control: Control & { readonly cancellation: Cancellation }): Promise<Unchecked | undefined> {
    const unchecked = await this.#checkAgainst(uri, this.#partners, control, false);
    return unchecked ?? (control.cancellation.cancelled ? undefined : this.#checkAgainst(uri, this.#partners, control));
  }

  /** Structural findings of the start of a big file, until all of it was read. */
  async #tellEarly(uri: string, control: Control): Promise<void> {
    const { host, descriptions, files, configurations, store } = this.#setup;
    const format = formatFor(uri, undefined, this.#setup.corpora);
    const file = format && await host.files.open(uri);
    if (!file || isRefusal(file)) return;
    try {
      if (file.size < WORTH_EARLY) return;
      const found = await descriptions.find(uri, files, this.#setup.folders());
      const { configuration } = await configurations.for(uri);
      const request = { uri, format, source: file, kernel: await this.#setup.kernel(), declared: found?.declared, configuration, log: host.log };
      const early = await earlyFindings(request, control);
      if (early && early.length > 0 && this.#setup.isShown(uri)) store.amend(uri, early, undefined);
    } finally {
      await file.close();
    }
  }

  async #prepareTyping(uri: string, control: Control): Promise<void> {
    const { descriptions, files, configurations } = this.#setup;
    const found = await descriptions.find(uri, files, this.#setup.folders());
    const { configuration } = await configurations.for(uri);
    await this.#typing.prepare(uri, { configuration, declared: found?.declared }, control);
  }

  /** A small document shows what is wrong with it alone before a big partner of it was read. */
  async #checkAgainst(uri: string, partners: TableFinder, control: Control & { readonly cancellation: Cancellation }, pixels = true): Promise<Unchecked | undefined> {
    const snapshot = await checkData(uri, { ...this.#dataSetup(), partners, pixels }, control);
    if (!snapshot || control.cancellation.cancelled) return undefined;
    if ('refused' in snapshot) {
      this.forget(uri);
      return snapshot;
    }
    await this.#noteSuppressions(snapshot);
    this.#keep(snapshot);
    this.#typing.learned(snapshot);
    this.#publish(uri, contributionsOf(snapshot), snapshot.version);
    this.#setup.checked(snapshot);
    await this.#typing.rehearse(uri, control);
    return undefined;
  }

  async #checkDescription(uri: string): Promise<Unchecked | undefined> {
    const { descriptions, host, files, documents } = this.#setup;
    const version = documents.get(uri)?.version;
    const { configuration } = await this.#setup.configurations.for(uri);
    const checked = await descriptions.check({ uri, host: { ...host, files }, folders: this.#setup.folders(), configuration });
    if ('refused' in checked) {
      this.forget(uri);
      return checked;
    }
    if (documents.get(uri)?.version !== version) return undefined;
    this.#setup.usage.note(uri, configuration, checked.sifted?.usedSuppressions);
    this.#publish(uri, [{ uri, findings: checked.findings, settled: true }], version);
    this.#setup.described(uri, checked.named);
    return undefined;
  }

  async #checkConfiguration(uri: string): Promise<Unchecked | undefined> {
    const { host, configurations, usage, documents, settingsOf } = this.#setup;
    const version = documents.get(uri)?.version;
    const findings = await checkConfiguration({ uri, host, configurations, rules: allRules, usage, settings: settingsOf(uri) });
    if ('refused' in findings) return findings;
    if (documents.get(uri)?.version === version) this.#publish(uri, [{ uri, findings, settled: true }], version);
    return undefined;
  }

  async #noteSuppressions({ uri, checked }: Snapshot): Promise<void> {
    const { configuration } = await this.#setup.configurations.for(uri);
    this.#setup.usage.note(uri, configuration, checked.sifted?.usedSuppressions);
  }

  #publish(origin: string, contributions: readonly Contribution[], version: number | undefined): void {
    this.#setup.store.replace(origin, contributions.filter(({ uri }) => this.#setup.isShown(isFolderUri(origin) ? origin : uri)), version);
  }

  #dataSetup(): DataCheckSetup {
    const { documents, corpora, host, kernel, descriptions } = this.#setup;
    const { files } = this.#tracer;
    return {
      documents, corpora, evaluations: this.#evaluations, disk: host.files, log: host.log, today: dayOf(host.today()), kernel, scanners: host.scanners, keptScans: this.#keptScans,
      imageReaders: () => host.imageReaders?.() ?? [],
      findDescription: uri => descriptions.find(uri, files, this.#setup.folders()),
      configurationOf: async uri => (await this.#setup.configurations.for(uri)).configuration,
    };
  }

  /** The newest last; of closed documents only the newest few. */
  #keep(snapshot: Snapshot): void {
    this.#snapshots.delete(snapshot.uri);
    this.#snapshots.set(snapshot.uri, snapshot);
    const closed = [...this.#snapshots.keys()].filter(uri => !this.#setup.documents.get(uri));
    for (const uri of closed.slice(0, Math.max(0, closed.length - KEPT))) this.#snapshots.delete(uri);
  }
}
