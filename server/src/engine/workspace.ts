import { Configurations, isConfigurationName } from '../config/configurations.ts';
import { DEFAULT_SETTINGS, type WorkspaceSettings } from '../config/settings.ts';
import type { Cancellation, Files, Host, Refusal } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import { fileNameOf, folderOf } from '../util/uri.ts';
import { Checks, type Descriptions, type Outcome, type Watch } from './checks.ts';
import { type Snapshot, type Unchecked, formatFor } from './dataCheck.ts';
import { Corpora, namedCorpora } from './corpus/corpora.ts';
import { withoutNone } from './descriptions.ts';
import { discover } from './discover.ts';
import { SuppressionUsage } from './configurationCheck.ts';
import { Documents } from './documents.ts';
import type { DocumentText, PositionEncoding, TextChange } from './documentText.ts';
import { namedFolders } from './images/namedFolders.ts';
import { Jobs, type JobsHost } from './jobs.ts';
import { withDocuments } from './overlay.ts';
import { allRules, isDatasetName, isDescriptionUri } from './registry.ts';
import { FindingStore } from './store.ts';
import { readUnsent, type Unsent } from './unsent.ts';

/** What a workspace is made of. */
export interface WorkspaceSetup {
  readonly host: Host;
  /** Called when the first check needs it, so that an idle server stays small. */
  readonly kernel: () => Promise<Kernel>;
  readonly descriptions: Descriptions;
  readonly encoding: PositionEncoding;
  readonly jobs: JobsHost;
  /** A heavy check begins. */
  watch(uri: string, bytes: number): Watch;
  /** A data document was checked to the end. */
  checked(snapshot: Snapshot): void;
}

/** The text of a document as the client has it, and of which version that is. */
export interface SentText {
  readonly version: number;
  readonly text: string | DocumentText;
}

type LaterChanges = { readonly version: number; readonly changes: readonly TextChange[] }[];

/** Told after every document of a check of the whole workspace. */
export type SweepListener = (uri: string, outcome: Outcome, done: number, known: number) => void;

/** Milliseconds from the last keystroke to the check: what is small is renewed almost at once. */
const SOON = 60;
const LATER = 300;
/** Documents bigger than this wait for a longer pause; descriptions, which are read in a tenth of a second a megabyte, from four times as much on. */
const SMALL = 1024 * 1024;

/**
 * Ties the server together: open documents, files on disk, descriptions, the checks of them and the findings they leave. Knows nothing of
 * the protocol. All URIs are canonical (`canonicalUri`).
 */
export class Workspace {
  readonly documents = new Documents();
  readonly store = new FindingStore();
  readonly jobs: Jobs;
  /** Files with open documents in place of what is on disk. */
  readonly files: Files;
  /** What configuration documents and settings say about files. */
  readonly configurations: Configurations;
  /** What somebody said to be a corpus of plain text. */
  readonly #corpora = new Corpora();
  readonly #usage = new SuppressionUsage();
  readonly #setup: WorkspaceSetup;
  readonly #checks: Checks;
  /** Closed documents whose findings stay because somebody asked for them. */
  readonly #asked = new Set<string>();
  /** Data that descriptions have named so far. */
  readonly #named = new Set<string>();
  /** Documents that were opened and whose text is not there yet, with what was changed in them since. */
  readonly #awaited = new Map<string, LaterChanges>();
  #folders: readonly string[] = [];
  #settings: ReadonlyMap<string, WorkspaceSettings> = new Map();
  #fallback = DEFAULT_SETTINGS;
  #sweep: { cancelled: boolean } | undefined;
  /** Nothing is checked by itself before the settings are known. */
  #configured = false;
  #begin: () => void = () => undefined;
  readonly #begun = new Promise<void>(resolve => { this.#begin = resolve; });

  constructor(setup: WorkspaceSetup) {
    this.#setup = setup;
    this.jobs = new Jobs(setup.jobs);
    this.files = withDocuments(setup.host.files, this.documents);
    this.configurations = new Configurations({
      files: this.files, rules: allRules, today: () => setup.host.today(), roots: () => this.#folders,
      fallback: uri => this.settingsOf(uri).configuration,
    });
    this.#checks = new Checks({
      ...setup, descriptions: withoutNone(setup.descriptions, this.configurations), files: this.files, documents: this.documents, corpora: this.#corpora, store: this.store, jobs: this.jobs,
      folders: () => this.#folders,
      configurations: this.configurations,
      usage: this.#usage,
      settingsOf: uri => this.settingsOf(uri).configuration,
      isShown: uri => this.#isShown(uri),
      described: (uri, named) => this.#described(uri, named),
      watch: (uri, bytes) => setup.watch(uri, bytes),
    });
  }

  get host(): Host {
    return this.#setup.host;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** The kernel, loaded by the first who asks. */
  kernel(): Promise<Kernel> {
    return this.#setup.kernel();
  }

  opened(uri: string, languageId: string, version: number, text: string | DocumentText): void {
    this.documents.opened(uri, languageId, version, text);
    this.#schedule(uri);
  }

  /** A document that the client shows as its file is, and whose text it did not send. Where it is another, the client is asked for it. */
  async openedUnsent(uri: string, languageId: string, version: number, unsent: Unsent, ask: () => Promise<SentText | undefined>): Promise<void> {
    const changes: LaterChanges = [];
    if (this.documents.get(uri)) {
      this.documents.closed(uri);
      this.#checks.forget(uri);
    }
    this.#awaited.set(uri, changes);
    const text = await readUnsent(this.host.files, uri, unsent, () => this.host.pause());
    const sent = text ? { version, text } : await ask();
    if (this.#awaited.get(uri) !== changes) return;
    this.#awaited.delete(uri);
    if (!sent) return;
    this.opened(uri, languageId, sent.version, sent.text);
    for (const later of changes) if (later.version > sent.version) this.changed(uri, later.version, later.changes);
  }

  changed(uri: string, version: number, changes: readonly TextChange[]): void {
    const awaited = this.#awaited.get(uri);
    if (awaited) return void awaited.push({ version, changes });
    const edits = this.documents.changed(uri, version, changes, this.#setup.encoding);
    this.store.shift(uri, edits, version);
    this.#checks.typed(uri, edits);
    this.host.tidy?.();
    this.#schedule(uri, (this.documents.get(uri)?.text.size ?? 0) > (isDescriptionUri(uri) ? 4 * SMALL : SMALL) ? LATER : SOON);
    if (governs(uri)) this.#governed(uri);
  }

  saved(uri: string): void {
    this.documents.saved(uri);
    this.#schedule(uri);
    this.#scheduleDependents(uri);
  }

  closed(uri: string): void {
    this.#awaited.delete(uri);
    this.documents.closed(uri);
    this.#checks.closed(uri);
    const description = this.#checks.last(uri)?.found?.described.uri;
    if (this.#isShown(uri) || (description !== undefined && this.documents.get(description))) this.#schedule(uri);
    else this.#checks.forget(uri);
  }

  /** Files changed on disk behind the editor's back. */
  filesChanged(uris: readonly string[]): void {
    for (const uri of uris) {
      if (isDescriptionUri(uri) || governs(uri)) this.#descriptionChanged(uri);
      else if (!this.documents.get(uri) && this.store.get(uri)) this.#schedule(uri, LATER);
      if (!this.documents.get(uri)) this.#scheduleDependents(uri);
    }
  }

  /** Workspace folders, canonical, with the settings of each; `fallback` holds outside of them. What is shown is checked again. */
  configure(folders: ReadonlyMap<string, WorkspaceSettings>, fallback: WorkspaceSettings): void {
    this.#folders = [...folders.keys()];
    this.#settings = folders;
    this.#fallback = fallback;
    this.#configured = true;
    this.#begin();
    for (const uri of new Set([...this.documents.all().map(document => document.uri), ...this.store.uris()])) this.#schedule(uri);
    const everything = [...folders.values(), fallback].some(settings => settings.enable && settings.run === 'workspace');
    if (everything) void this.checkAll({ cancelled: false }, () => undefined);
  }

  settingsOf(uri: string): WorkspaceSettings {
    const folder = this.#folders.find(each => uri.startsWith(`${each}/`));
    return (folder === undefined ? undefined : this.#settings.get(folder)) ?? this.#fallback;
  }

  /** Checks one document now, whatever the settings say about when. Findings of a closed file stay; with `recall` one that is as it was is not read again, `asText` says that it is a corpus. */
  async check(uri: string, recall = false, asText = false): Promise<Outcome> {
    await this.#begun;
    if (asText) this.#corpora.added(uri);
    if (!this.documents.get(uri)) this.#asked.add(uri);
    return this.#checks.lastOf(uri, this.#checks.start(uri, undefined, recall));
  }

  /** Checks every dataset and description of all folders, but for files that are as they were at an earlier start. A later call, and `stop`, end it. */
  async checkAll(cancellation: Cancellation, each: SweepListener): Promise<{ readonly cancelled: boolean }> {
    const sweep = { cancelled: false };
    if (this.#sweep) this.#sweep.cancelled = true;
    this.#sweep = sweep;
    const state: Cancellation = { get cancelled() { return sweep.cancelled || cancellation.cancelled; } };
    const { uris, unread } = await this.#discover(state);
    for (const [i, uri] of uris.entries()) {
      if (state.cancelled) break;
      each(uri, await this.check(uri, true), i + 1, uris.length);
    }
    for (const [uri, unchecked] of unread) each(uri, { end: 'done', unchecked }, uris.length, uris.length);
    if (this.#sweep === sweep) this.#sweep = undefined;
    return { cancelled: state.cancelled };
  }

  /** Data documents of all folders, read or not, and those that are data because a description names them or somebody asked for them. */
  async datasets(cancellation: Cancellation): Promise<readonly string[]> {
    const { uris } = await this.#discover(cancellation);
    const found = uris.filter(uri => !isDescriptionUri(uri) && !isConfigurationName(fileNameOf(uri)));
    return [...new Set([...found, ...[...this.#named].filter(uri => this.store.get(uri))])];
  }

  /** The description that names a data document, without reading the data. */
  async descriptionOf(uri: string): Promise<string | undefined> {
    return (await this.#setup.descriptions.find(uri, this.files, this.#folders))?.described.uri;
  }

  /** Stops all running and waiting work; returns how many pieces that were. */
  stop(): number {
    const sweeping = this.#sweep ? 1 : 0;
    if (this.#sweep) this.#sweep.cancelled = true;
    return Math.max(sweeping, this.jobs.stop());
  }

  /** The last check of a data document, waited for or made now where there is none of the present text. */
  async snapshot(uri: string): Promise<Snapshot | Unchecked | undefined> {
    await this.#begun;
    return this.#checks.snapshot(uri);
  }

  /** The last finished check of a data document, of whatever version. */
  lastSnapshot(uri: string): Snapshot | undefined {
    return this.#checks.last(uri);
  }

  /** Resolves once the findings of a document are those of its present text. */
  async settled(uri: string): Promise<void> {
    await this.#begun;
    await this.#checks.settled(uri);
  }

  /** Data documents that a description names and that may be read, in its order. */
  async named(description: string): Promise<readonly string[]> {
    const { descriptions, host } = this.#setup;
    const { configuration } = await this.configurations.for(description);
    const checked = await descriptions.check({ uri: description, host: { ...host, files: this.files }, folders: this.#folders, configuration });
    return 'refused' in checked ? [] : checked.named;
  }

  /** Data documents whose last check was against a description. */
  describedBy(description: string): readonly string[] {
    return this.#checks.describedBy(description);
  }

  #isShown(uri: string): boolean {
    return this.documents.get(uri) !== undefined || this.#asked.has(uri) || this.settingsOf(uri).run === 'workspace';
  }

  /** What was held against a file that changed is held against it anew, where it is open. */
  #scheduleDependents(uri: string): void {
    for (const dependent of this.#checks.dependentsOf(uri)) if (this.documents.get(dependent)) this.#schedule(dependent, LATER);
  }

  #schedule(uri: string, delay?: number): void {
    if (!this.#configured) return;
    const { run, enable } = this.settingsOf(uri);
    if (!enable || (run === 'off' && !this.#asked.has(uri))) this.#checks.forget(uri);
    else if (isDescriptionUri(uri) || isConfigurationName(fileNameOf(uri)) || this.#isDataset(uri)) void this.#checks.start(uri, delay);
  }

  /** By its format; files that are data only where somebody says so must have been named by a description or asked for. */
  #isDataset(uri: string): boolean {
    const format = formatFor(uri, this.documents.get(uri), this.#corpora);
    return format !== undefined && (format.onlyNamed !== true || this.#named.has(uri) || this.#asked.has(uri));
  }

  /** Data that a description names is held against it: what is open at once, the rest only for a description that is shown. */
  #described(description: string, named: readonly string[]): void {
    const shown = this.#isShown(description);
    for (const uri of named) this.#named.add(uri);
    for (const uri of new Set([...named, ...this.describedBy(description)])) {
      if (this.documents.get(uri) || shown) this.#schedule(uri, 0);
    }
  }

  /** A description or a configuration came, went or changed on disk: it may now be the nearest one of any open document below its folder. */
  #descriptionChanged(uri: string): void {
    if (this.#isShown(uri)) this.#schedule(uri, LATER);
    this.#governed(uri);
  }

  #governed(uri: string): void {
    for (const document of this.documents.all()) {
      if (document.uri.startsWith(`${folderOf(uri)}/`) && document.uri !== uri) this.#schedule(document.uri, LATER);
    }
  }

  /** Documents to check, and folders that cannot be read. */
  async #discover(cancellation: Cancellation): Promise<{ readonly uris: readonly string[]; readonly unread: ReadonlyMap<string, Refusal> }> {
    const uris: string[] = [];
    const unread = new Map<string, Refusal>();
    for (const root of this.#folders) {
      const { include, exclude } = this.settingsOf(`${root}/`);
      const accepts = (name: string): boolean => isDescriptionUri(name) || isConfigurationName(name) || isDatasetName(name);
      for await (const uri of discover(this.files, { root, include, exclude, accepts, cancellation, unread: (uri, why) => void unread.set(uri, why) })) {
        if (!await this.configurations.excludes(uri)) uris.push(uri);
      }
    }
    const folders = await namedFolders(uris, { files: this.files, configurations: this.configurations });
    const corpora = await namedCorpora(uris, this.files, this.configurations);
    corpora.forEach(uri => this.#corpora.added(uri));
    return { uris: [...new Set([...uris, ...folders, ...corpora])], unread };
  }
}

/** Configuration documents and baselines: what they say holds for everything below their folder. */
const governs = (uri: string): boolean => isConfigurationName(fileNameOf(uri)) || /\.?baseline\.json$/.test(fileNameOf(uri));
