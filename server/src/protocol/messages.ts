import type { Description, FieldType, MlDescription } from '../core/description.ts';
import type { TextPosition, TextRange } from '../core/place.ts';
import type { Severity } from '../core/problem.ts';
import type { ColumnProfile } from '../core/profile.ts';
import type { Conversion, DescriptionDraft, SealDrafts } from './drafting.ts';

export type { Conversion, DescriptionDraft, SealDrafts } from './drafting.ts';
export type { DatasetEntry, ListedFinding, RuleFindings } from './listing.ts';
export type { CodeActionData, OfferedAction, OfferedFinding } from './offers.ts';
export type { RowsParams, PlaceParams, PlaceFacts, RowPage, RowFinding } from './rows.ts';
import type { AssociationFacts } from './associations.ts';
import type { DeidentifyRequests } from './deidentify.ts';
import type { ListingRequests } from './listing.ts';
import type { CodeActionData, OfferedFinding } from './offers.ts';
import type { PrivacyRequests } from './risk.ts';
import type { RowsParams, PlaceParams, PlaceFacts, RowPage } from './rows.ts';

/**
 * What Lintel's client and server say to each other beyond the Language Server Protocol. Types and method names only.
 * Every text in an answer is already translated (locale of `initialize`) and masked; URIs are strings as the editor writes them.
 */
export interface InitializationOptions {
  /** Address of a rule's manual, `{rule}` standing for its id; diagnostics link to it. VS Code: `vscode://lintel.lintel/rule/{rule}`. */
  readonly ruleHref?: string;
  /** True when the client has the commands of `CLIENT_COMMANDS`; code lenses and code actions then use them instead of the server's own. */
  readonly clientCommands?: boolean;
  /** Commands the client has; those that are not in every client are offered only where they are listed. */
  readonly commands?: readonly string[];
  /** True where the server has no disk of its own and asks the client for files (`lintel/fs/*`): browsers and virtual workspaces. */
  readonly clientFiles?: boolean;
  /** Kinds of documents (`json`, `yaml`) that the client completes by the schemas of descriptions itself; the server then adds what comes from the data. */
  readonly schemas?: readonly string[];
  /** False in an untrusted workspace: nothing is written. Default true. */
  readonly trusted?: boolean;
  /** Path of a folder of the client's, outside of the workspace, where findings are kept from one start to the next. Nothing is kept without it. */
  readonly storage?: string;
  /** Settings until the first `workspace/configuration` answer, and for clients that have none. */
  readonly settings?: Partial<Settings>;
}

/** Section `lintel` of the configuration: `lintel.run` and so on. Ill-typed values count as left out. */
export interface Settings {
  /** What is checked by itself: `open` documents, the whole `workspace`, or nothing (`off`: only on command). */
  readonly run: 'open' | 'workspace' | 'off';
  readonly enable: boolean;
  /** Globs relative to the workspace folder, for Check Workspace and `run: workspace`. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Scanner workers at once; 0 lets the server decide. */
  readonly maxWorkers: number;
  /** What colours the columns of a document: what they hold, their order, or nothing. */
  readonly colouring: 'type' | 'rainbow' | 'off';
  /** Whether the type of each column is written behind its name. */
  readonly typeHints: boolean;
  /** Per rule: a severity, `off`, or the severity (or `on`) with the rule's settings: `["warning", { "least": 5 }]`. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}
export type RuleSwitch = Severity | 'off' | 'on';
export type RuleSetting = RuleSwitch | readonly [RuleSwitch, Readonly<Record<string, string | number | boolean | readonly string[]>>];

/** Commands a client offers when it says `clientCommands`; the server names them in code lenses and code actions. */
export const CLIENT_COMMANDS = {
  /** Arguments: the URI of the data document (string). */
  checkFile: 'lintel.checkFile',
  /** Arguments: the URI of the data document (string). */
  describeDataset: 'lintel.describeDataset',
  /** Arguments: rule id, URI of the document the finding is in. The client sets `lintel.rules[rule]` to `off`. */
  disableRule: 'lintel.disableRule',
  /** Arguments: rule id. */
  explainRule: 'lintel.explainRule',
  /** Arguments: URI, encoding by its WHATWG name. */
  reopenWithEncoding: 'lintel.reopenWithEncoding',
  /** Arguments: the URI of the document (string). Shows all findings as text, also those beyond what an editor shows. */
  showFindings: 'lintel.showFindings',
  /** Arguments: the URI of the data document (string). Offered where the client lists it in `commands`. */
  showProfile: 'lintel.showProfile',
  /** Arguments: the URI of the data document (string), the index of a column. Offered where the client lists it in `commands`. */
  annotateColumn: 'lintel.annotateColumn',
} as const;

/** Asks what to do about a finding: the URI of its document, and its key where one is meant. Linked to where an editor has no text to offer it at. */
export const ACT_ON_FINDING = 'lintel.actOnFinding';

/**
 * Documents of this scheme are rows of a dataset that no editor shows as text; their query is JSON of `uri`, `row` and `column`, counted from 0, and of
 * `finding` where it is asked what to do about one. Diagnostics link to them where the client has the command.
 */
export const PREVIEW_ROWS = { scheme: 'lintel-rows', command: 'lintel.previewRows' } as const;

/** Commands of `workspace/executeCommand`, for clients without commands of their own. The first argument is a URI where one is needed. */
export const SERVER_COMMANDS = {
  checkFile: 'lintel.server.checkFile',
  checkWorkspace: 'lintel.server.checkWorkspace',
  stop: 'lintel.server.stop',
  /** Proposes the description by `workspace/applyEdit`; refuses where the target exists. */
  describeDataset: 'lintel.server.describeDataset',
} as const;

/** Requests from the client. `Requests[method]` gives parameters and result; every one may be cancelled. */
export const REQUESTS = {
  checkFile: 'lintel/checkFile',
  checkWorkspace: 'lintel/checkWorkspace',
  datasets: 'lintel/datasets',
  stop: 'lintel/stop',
  describe: 'lintel/describe',
  seal: 'lintel/seal',
  convert: 'lintel/convert',
  standards: 'lintel/standards',
  dataset: 'lintel/dataset',
  mendedCopy: 'lintel/mendedCopy',
  profile: 'lintel/profile',
  rows: 'lintel/rows',
  place: 'lintel/place',
  associations: 'lintel/associations',
  risk: 'lintel/risk',
  riskAlternatives: 'lintel/riskAlternatives',
  privacyReport: 'lintel/privacyReport',
  annotation: 'lintel/annotation',
  annotate: 'lintel/annotate',
  deidentifyOffer: 'lintel/deidentifyOffer',
  deidentify: 'lintel/deidentify',
  explainRule: 'lintel/explainRule',
  rules: 'lintel/rules',
  cellAt: 'lintel/cellAt',
  findings: 'lintel/findings',
  findingActions: 'lintel/findingActions',
  actOnFinding: 'lintel/actOnFinding',
  changeDialect: 'lintel/changeDialect',
} as const;

export interface Requests extends PrivacyRequests, DeidentifyRequests, ListingRequests {
  /** Checks one file now, open or not, whatever `lintel.run` says; `asText`: a folder of a document a file, or a file of a passage a line. Shows work-done progress of its own. */
  readonly 'lintel/checkFile': { readonly params: UriParams & { readonly asText?: true }; readonly result: CheckReport | Refused };
  /** Checks all datasets and descriptions of the workspace. Shows work-done progress of its own. */
  readonly 'lintel/checkWorkspace': { readonly params: null; readonly result: WorkspaceReport | Refused };
  /** Stops all running and waiting scans. */
  readonly 'lintel/stop': { readonly params: null; readonly result: { readonly stopped: number } };
  /** Drafts a description of the dataset. Nothing is written: the client writes `text` to `target` once the user agrees. */
  readonly 'lintel/describe': { readonly params: UriParams; readonly result: DescriptionDraft | Refused };
  /** The descriptions that name the dataset, or a draft of one, with the seal of the file as it is on disk. Nothing is written. */
  readonly 'lintel/seal': { readonly params: UriParams; readonly result: SealDrafts | Refused };
  /** A description in another standard; nothing is written. */
  readonly 'lintel/convert': { readonly params: UriParams & { readonly to: string }; readonly result: Conversion | Refused };
  /** Standards that descriptions can be written in. */
  readonly 'lintel/standards': { readonly params: null; readonly result: readonly { readonly id: string; readonly title: string }[] };
  /** What templates and benchmarks start from. Accepts a data document or a description document (its first resource). */
  readonly 'lintel/dataset': { readonly params: UriParams; readonly result: DatasetFacts | Refused };
  /** Which rules could mend a file, and a copy of it in which some did; the file itself stays as it is. */
  readonly 'lintel/mendedCopy': { readonly params: MendedCopyParams; readonly result: MendedCopyFacts | Refused };
  /** What the columns of a dataset hold; waits for the check of its present text. */
  readonly 'lintel/profile': { readonly params: UriParams; readonly result: ProfileFacts | Refused };
  /** How closely the columns of a dataset go together; reads it once more. */
  readonly 'lintel/associations': { readonly params: UriParams; readonly result: AssociationFacts | Refused };
  /** Some rows of a dataset as text, read where they stand and not from the start of the file. */
  readonly 'lintel/rows': { readonly params: RowsParams; readonly result: RowPage | Refused };
  /** Where a row or a cell stands; beyond the last ones the last one. */
  readonly 'lintel/place': { readonly params: PlaceParams; readonly result: PlaceFacts | Refused };
  /** The manual of a rule; `null` when there is no such rule. */
  readonly 'lintel/explainRule': { readonly params: { readonly rule: string }; readonly result: RuleManual | null };
  /** All rules, for a quick pick. */
  readonly 'lintel/rules': { readonly params: null; readonly result: readonly RuleEntry[] };
  /** The cell at a position of an open document; `null` where there is none. */
  readonly 'lintel/cellAt': { readonly params: UriParams & { readonly position: TextPosition }; readonly result: CellFacts | null };
  /** Findings of a document, worst first, and what can be done about the one that `key` names; `null` where it has not been checked. */
  readonly 'lintel/findingActions': { readonly params: UriParams & { readonly key?: string }; readonly result: readonly OfferedFinding[] | null };
  /** Makes the edit of an action by `workspace/applyEdit`. `changed` are the documents that were edited and wait to be saved. */
  readonly 'lintel/actOnFinding': { readonly params: CodeActionData; readonly result: { readonly changed: readonly string[] } | Refused };
  /**
   * Says how a file is read, in its description or in the configuration, by `workspace/applyEdit`; without a `value` it is detected again. `changed` is
   * the document that was edited and waits to be saved.
   */
  readonly 'lintel/changeDialect': { readonly params: UriParams & { readonly change: DialectChange }; readonly result: { readonly changed: string } | Refused };
}

export interface DialectChange {
  readonly part: 'delimiter' | 'quote' | 'header' | 'encoding';
  readonly value?: string | boolean;
}

/** A cell and its column, counted from 1. */
export interface CellFacts {
  /** `null` for the header. */
  readonly row: number | null;
  readonly column: number;
  readonly columns: number;
  readonly name: string;
  /** What the column holds, in words. */
  readonly type: string;
}

export interface UriParams {
  readonly uri: string;
}

/** Something that cannot be done here; `refused` is a sentence to show. */
export interface Refused {
  readonly refused: string;
}

export interface CheckReport {
  readonly uri: string;
  readonly findings: FindingCounts;
  readonly rows: number;
  readonly columns: number;
  /** How the document was read; `null` where it is no table. */
  readonly dialect: DialectFacts | null;
  /** What was sampled, capped or not looked at, in words. */
  readonly notices: readonly string[];
  readonly cancelled: boolean;
}

/** Findings, not cells: a finding about 400 cells counts one. */
export type FindingCounts = Readonly<Record<Severity, number>>;

export interface WorkspaceReport {
  readonly files: number;
  readonly findings: FindingCounts;
  readonly cancelled: boolean;
  /** Files that could not be checked, each with a sentence. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
}

export interface DatasetFacts {
  /** The data document. */
  readonly uri: string;
  /** The description that names it, if any. */
  readonly descriptionUri: string | null;
  /** The table as a template takes it. */
  readonly description: Description;
  readonly name: string;
  /** Id of the format, for instance `csv`. */
  readonly format: string;
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  /** What the description declares; else what the data suggests (then `mlDeclared` is false). */
  readonly ml: Pick<MlDescription, 'task' | 'target' | 'features' | 'ignore' | 'group' | 'time'>;
  readonly mlDeclared: boolean;
  readonly missingValues: readonly string[];
  readonly dialect: DialectFacts;
}

export interface DialectFacts {
  /** Empty where cells are JSON values. */
  readonly delimiter: string;
  readonly quote: string | null;
  readonly header: boolean;
  readonly encoding: string;
  /** What a description or the configuration says; the rest was detected. */
  readonly declared: readonly DialectChange['part'][];
}

export interface MendedCopyParams extends UriParams {
  /** Ids of the rules whose fixes are made. */
  readonly rules: readonly string[];
  /** Where the copy goes, in the client's storage; nothing is written where it is null. */
  readonly target: string | null;
}

export interface MendedCopyFacts {
  /** Rules with fixes that change the data. */
  readonly rules: readonly { readonly rule: string; readonly safe: boolean; readonly places: number }[];
  /** Records that the copy does not have, and places that were changed in it. */
  readonly deleted: readonly number[];
  readonly places: number;
}

export interface ColumnFacts {
  readonly name: string;
  /** As declared, else as the data suggests. */
  readonly type: FieldType;
  readonly missing: number;
  readonly distinct: number;
  readonly distinctExact: boolean;
  /** Annotated as personal data or recognised as such: keep out of reports. */
  readonly personal: boolean;
  /** Personal, and may tell one person from another by itself. */
  readonly identifies: boolean;
  readonly min: number | null;
  readonly max: number | null;
}

export interface ProfileFacts {
  readonly uri: string;
  /** Rows, columns and findings, in words. */
  readonly subject: string;
  /** False where no editor shows the file as text; then all ranges are the file's start. */
  readonly hasText: boolean;
  readonly columns: readonly ColumnFactsInFull[];
  /** About no single column. */
  readonly findings: readonly ProfileFinding[];
  /** What was sampled, capped or not looked at, in words. */
  readonly notices: readonly string[];
  /** Of a folder of images, pictures to look at. */
  readonly pictures?: readonly PictureGroup[];
}

/** Pictures that have something in common: what a rule says of them, or their class. */
export interface PictureGroup {
  readonly title: string;
  readonly rule?: string;
  /** `path`: below the folder. */
  readonly pictures: readonly { readonly uri: string; readonly path: string }[];
}

/** Values are masked where the column is personal. */
export interface ColumnFactsInFull extends ColumnProfile {
  readonly index: number;
  /** What the column holds, in words. */
  readonly typeText: string;
  /** All there is to say of the column, in words. */
  readonly lines: readonly string[];
  readonly header: TextRange;
  readonly findings: readonly ProfileFinding[];
}

export interface ProfileFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** Cells or rows concerned. */
  readonly count: number;
  /** The first of them; `row` counts from 0 without the header and is left out where it is about no row. */
  readonly places: readonly { readonly row?: number; readonly range: TextRange }[];
}

export interface RuleManual {
  readonly rule: string;
  readonly title: string;
  readonly markdown: string;
}

export interface RuleEntry {
  readonly rule: string;
  readonly summary: string;
  readonly severity: Severity;
  /** As the configuration has it. */
  readonly enabled: boolean;
}

/** Notifications from the server. */
export const NOTIFICATIONS = { status: 'lintel/status' } as const;
export interface Notifications {
  readonly 'lintel/status': Status;
}

/**
 * Sent along with `textDocument/didOpen` with an empty text, right before or after it, by clients that would block for long if they sent a big one: the document is what its file holds.
 * The server reads the file; where it finds something else, it asks for the text (`lintel/text`).
 */
export const UNSENT_TEXT = 'lintel/unsentText';
export interface UnsentText {
  readonly uri: string;
  readonly version: number;
  /** Lines and UTF-16 code units of the document. */
  readonly lines: number;
  readonly units: number;
  readonly lineEnd: '\n' | '\r\n';
}

/** Request from the server, answered by clients that send `lintel/unsentText`: the text of an open document, `null` where it is not open any more. */
export const TEXT_REQUEST = 'lintel/text';
export interface SentText {
  readonly version: number;
  readonly text: string;
}

/** For a status item. Sent when work starts and ends, and when the findings of a document settle. */
export interface Status {
  /** Scans that run or wait. */
  readonly busy: number;
  /** The document whose check ended; left out when only `busy` changed. */
  readonly checked?: CheckReport;
}

/** Requests from the server, answered by clients that say `clientFiles`. */
export const FILE_REQUESTS = { stat: 'lintel/fs/stat', read: 'lintel/fs/read', list: 'lintel/fs/list' } as const;
export interface FileRequests {
  /** `null` when there is nothing at the URI. */
  readonly 'lintel/fs/stat': { readonly params: UriParams; readonly result: FileStat | null };
  /** The whole file; the server asks only for files up to 100 MB. `null` when it cannot be read. */
  readonly 'lintel/fs/read': { readonly params: UriParams; readonly result: { readonly base64: string } | null };
  /** Names in a folder, folders ending in `/`; `null` when it is not one. */
  readonly 'lintel/fs/list': { readonly params: UriParams; readonly result: readonly string[] | null };
}

export interface FileStat {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** `data` of every Lintel diagnostic: which finding it shows. Opaque to clients. */
export interface DiagnosticData {
  readonly resultId: string;
  readonly key: string;
}

/** Kind of the source action that applies all safe fixes. */
export const FIX_ALL_KIND = 'source.fixAll.lintel';
