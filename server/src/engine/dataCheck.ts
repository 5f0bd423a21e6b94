import type { Configuration } from '../config/configuration.ts';
import type { Finding, FindingFix } from '../core/finding.ts';
import type { Declared, Format } from '../core/format.ts';
import type { ParsedDescription } from '../core/standard.ts';
import type { FileHandle, Files, Log, Refusal } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import type { Kernel } from '../core/kernel.ts';
import type { ScannerPool } from '../core/scanner.ts';
import { say } from '../core/message.ts';
import type { NodePath, TextRange } from '../core/place.ts';
import { fileNameOf } from '../util/uri.ts';
import { type Checked, type CheckRequest, checkTable } from './check.ts';
import type { Described } from './described.ts';
import type { Documents, OpenDocument } from './documents.ts';
import { type NodeHome, homeOf, partUris } from './descriptionParts.ts';
import { changesData } from './fixes.ts';
import type { HeavyRules } from './judge.ts';
import type { Corpora } from './corpus/corpora.ts';
import { openCorpus } from './corpus/openCorpus.ts';
import { Evaluations } from './texts/evaluation.ts';
import { openImageFolder } from './images/openFolder.ts';
import type { ImageReading } from './images/openFolder.ts';
import { isFolderUri } from './images/imageFolder.ts';
import { withImageTask } from './images/task.ts';
import type { KeptScans } from './keptScans.ts';
import { type ColumnMasks, masksOf } from './mask.ts';
import { maskFinding } from './maskFinding.ts';
import type { Control } from './pass.ts';
import { allFormats, corpusFormat, formatOf, rulesFor } from './registry.ts';
import { openSaved } from './savedBytes.ts';
import type { TableFinder } from './splits/partners.ts';
import { atShownPlaces } from './text/misread.ts';
import type { Misreading } from './text/misread.ts';
import type { Contribution } from './store.ts';

/** The description that names a data document, ready to be held against it. */
export interface FoundDescription {
  readonly described: Described;
  readonly declared: Declared;
  readonly parsed: ParsedDescription;
  /** Further descriptions that name it. */
  readonly others?: readonly FoundDescription[];
}

/** The description a finding is held against by its mirror and its fixes. */
export const foundFor = (found: FoundDescription, { describedIn }: Pick<Finding, 'describedIn'>): FoundDescription =>
  (describedIn === undefined ? found : found.others?.find(({ described }) => described.uri === describedIn) ?? found);

/** All descriptions of a data document, the nearest first. */
export const allFound = (found: FoundDescription | undefined): readonly FoundDescription[] => (found ? [found, ...found.others ?? []] : []);

/** What a check of a data document needs from its surroundings. */
export interface DataCheckSetup extends ImageReading {
  readonly documents: Documents;
  /** What is read as a corpus of text; nothing where left out. */
  readonly corpora?: Corpora;
  /** Texts for evaluation that were read before. */
  readonly evaluations?: Evaluations;
  /** What is on disk, without open documents. */
  readonly disk: Files;
  readonly log: Log;
  /** As 2026-05-31. */
  readonly today?: string;
  readonly kernel: () => Promise<Kernel>;
  /** Threads that may help with files on disk. */
  readonly scanners?: ScannerPool | undefined;
  /** First passes over files on disk, from one check to the next. */
  readonly keptScans?: KeptScans | undefined;
  /** Which heavy rules run on what nobody is typing in; those that the configuration names where left out. */
  readonly heavy?: HeavyRules;
  /** Finds the tables a document is held against; it remembers them between checks. */
  readonly partners?: TableFinder | undefined;
  /** See `CheckRequest`. */
  readonly fixLimit?: number | undefined;
  readonly afterwards?: NonNullable<CheckRequest['afterwards']>;
  findDescription(uri: string): Promise<FoundDescription | undefined>;
  configurationOf(uri: string): Promise<Configuration>;
}

/** The last check of a data document: what hovers, lenses and fixes look at. */
export interface Snapshot {
  readonly uri: string;
  /** Version of the open document that was checked; `undefined` where the file on disk was. */
  readonly version: number | undefined;
  readonly format: Format;
  readonly bytes: number;
  readonly checked: Checked;
  readonly found: FoundDescription | undefined;
  readonly masks: ColumnMasks;
  readonly configuration: Configuration;
}

/** Why a file that was asked for is not checked. */
export type Unchecked = Refusal | { readonly refused: 'no-format'; readonly detail: string };

/** Checks one data document as the user sees it: the open document, or else the file. `undefined` when cancelled. */
export async function checkData(uri: string, setup: DataCheckSetup, control: Control): Promise<Snapshot | Unchecked | undefined> {
  const document = setup.documents.get(uri);
  const format = formatFor(uri, document, setup.corpora);
  if (!format) return { refused: 'no-format', detail: fileNameOf(uri) };
  const opened = isFolderUri(uri) ? await openFolder(uri, format, setup, control) : await openSource(uri, document, setup, control);
  if (!opened || isRefusal(opened)) return opened;
  try {
    if (control.cancellation?.cancelled) return undefined;
    const found = await setup.findDescription(uri);
    const given = await setup.configurationOf(uri);
    const configuration = format.images ? await withImageTask(given, format.images(opened.source)) : given;
    const checked = await checkTable({
      uri, format, source: opened.source, isDocument: opened.isDocument, misread: opened.misread, rules: rulesFor(format), configuration,
      kernel: await setup.kernel(), log: setup.log, today: setup.today,
      ...(found && { declared: found.declared, described: found.described, alsoDescribed: (found.others ?? []).map(({ described }) => described) }), ...control,
      heavy: document?.edited === true ? 'none' : setup.heavy ?? 'configured',
      ...(!document && setup.scanners && { scanners: setup.scanners }), ...(!document && setup.keptScans && { keptScans: setup.keptScans }), ...(setup.partners && { partners: setup.partners }),
      ...(setup.fixLimit !== undefined && { fixLimit: setup.fixLimit }),
      evaluations: { known: setup.evaluations ?? new Evaluations(), files: setup.disk },
      ...(setup.afterwards && { afterwards: setup.afterwards }),
    });
    if (!checked) return undefined;
    const shown = await asShown(checked, opened);
    return { uri, version: document?.version, format, bytes: opened.source.size, checked: shown, found, masks: masksOf(checked.table, configuration.quoteValues), configuration };
  } finally {
    await opened.close();
  }
}

/** Ranges as the editor has them, where it reads the file in the wrong encoding. */
async function asShown(checked: Checked, { source, isDocument, misread }: Opened): Promise<Checked> {
  if (isDocument || !misread || checked.reading?.encodingBasis?.shownAs === undefined) return checked;
  return { ...checked, findings: await atShownPlaces(checked.findings, source, misread) };
}

const openFolder = (uri: string, format: Format, setup: DataCheckSetup, control: Control): ReturnType<typeof openImageFolder> =>
  (format.images ? openImageFolder(uri, setup, control) : openCorpus(uri, setup.disk, control));

/** What is said to be a corpus is read as one, other folders as images, files by their name; documents of another name that the editor shows as CSV or TSV (untitled ones too) are read as such. */
export function formatFor(uri: string, document: Pick<OpenDocument, 'languageId'> | undefined, corpora?: Corpora): Format | undefined {
  if (corpora?.has(uri) === true) return corpusFormat(isFolderUri(uri));
  if (isFolderUri(uri)) return allFormats.find(({ images }) => images);
  return formatOf(fileNameOf(uri)) ?? (document && allFormats.find(format => format.extensions.includes(`.${document.languageId}`)));
}

/** What a check of a document reads: its text, the file it shows, or the file on disk. */
export async function openSource(uri: string, document: OpenDocument | undefined, { disk }: Pick<DataCheckSetup, 'disk'>, control: Control = {}): Promise<Opened | Refusal> {
  if (document) {
    const saved = await openSaved(disk, uri, document.text, control);
    const source = saved?.file ?? document.text;
    return { source, isDocument: saved?.file === undefined, misread: saved, close: async () => saved?.file?.close() };
  }
  const file = await disk.open(uri);
  return isRefusal(file) ? file : { source: file, isDocument: false, misread: undefined, close: () => file.close() };
}

export interface Opened {
  readonly source: Pick<FileHandle, 'size' | 'read'>;
  /** The text of an open document, not the bytes of its file. */
  readonly isDocument: boolean;
  /** How the editor reads the file behind the document, and how it is written. */
  readonly misread: Misreading | undefined;
  close(): Promise<void>;
}

/** What a check says about the data document itself and, mirrored, about its description. Values of personal columns are masked. */
export function contributionsOf({ uri, checked, found, masks }: Snapshot): readonly Contribution[] {
  const findings = checked.findings.map(finding => maskLikewise(maskFinding(finding, masks), masks));
  if (isFolderUri(uri)) return byImage(uri, findings, checked.notices);
  const own: Contribution = { uri, findings, notices: checked.notices, settled: true };
  if (!found) return [own];
  const mirrors = findings.flatMap(finding => [finding, ...finding.likewise ?? []]).flatMap(finding => (finding.mirror ? [mirrored(finding, finding.mirror, foundFor(found, finding))] : []));
  const uris = new Set(allFound(found).flatMap(({ described, parsed }) => [described.uri, ...partUris(described.uri, parsed)]));
  const at = (uri: string): readonly Finding[] => mirrors.filter(({ primary }) => primary.uri === uri);
  return [own, ...[...uris].map((shown): Contribution => ({ uri: shown, findings: at(shown), settled: true }))];
}

/** What is said of a folder of images, file by file. */
function byImage(uri: string, findings: readonly Finding[], notices: Checked['notices']): readonly Contribution[] {
  const files = new Map<string, Finding[]>([[uri, []]]);
  for (const finding of findings) files.set(finding.primary.uri, [...files.get(finding.primary.uri) ?? [], finding]);
  return [...files].map(([file, own]): Contribution => ({ uri: file, findings: own, settled: true, ...(file === uri && { notices }) }));
}

const maskLikewise = (finding: Finding, masks: ColumnMasks): Finding =>
  (finding.likewise ? { ...finding, likewise: finding.likewise.map(one => maskFinding(one, masks)) } : finding);

/** The same offence at the node of the description that says otherwise. Fixes of the data stay with the data. */
function mirrored(finding: Finding, path: NodePath, { described, parsed }: FoundDescription): Finding {
  const home = homeOf(described.uri, parsed, path);
  const spot = { uri: home.uri, place: { at: 'node' as const, path: home.path, part: 'value' as const }, range: rangeOfNode(home) };
  const data = { spot: finding.primary, message: say`In the data` };
  const [fix, ...alternatives] = [...(finding.fix ? [finding.fix] : []), ...(finding.alternatives ?? [])].flatMap(one => movedFix(one, home.uri, described.uri, parsed));
  const { likewise: _, describedIn: __, ...alone } = finding;
  return { ...alone, primary: spot, spots: [spot], related: [data], fix, alternatives, mirror: undefined };
}

/** A fix of the description with its path in the document it changes, which is the one the finding is shown in. */
function movedFix(fix: FindingFix, shown: string, uri: string, parsed: ParsedDescription): readonly FindingFix[] {
  if (changesData(fix.change)) return [];
  const home = homeOf(uri, parsed, fix.change.path);
  return home.uri === shown ? [{ ...fix, change: { ...fix.change, path: home.path } }] : [];
}

/** A node that spans lines, such as a whole field, is shown at its name. */
function rangeOfNode({ path, locate }: NodeHome): TextRange {
  const range = locate(path, 'value');
  return range.start.line === range.end.line ? range : locate([...path, 'name'], 'value');
}
