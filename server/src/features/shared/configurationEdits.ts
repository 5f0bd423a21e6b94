import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { type Countable, baselineOf, countable, writeBaseline } from '../../config/baseline.ts';
import { CONFIGURATION_NAMES } from '../../config/schema.ts';
import type { Finding } from '../../core/finding.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { DocumentText } from '../../engine/documentText.ts';
import { editNode } from '../../metadata/document/edit.ts';
import { readDocument } from '../../metadata/document/document.ts';
import { isJsonList, isJsonObject } from '../../util/json.ts';
import { readText } from '../../util/readFile.ts';
import { childOf, fileNameOf, folderOf, pathBelow } from '../../util/uri.ts';
import { workspaceEdit } from './fixes.ts';
import { type Session, rangesFor, toClient } from './session.ts';

/** How far a rule is turned off: in the column of the finding, in its file, in the whole project; the finding is accepted as it is now; or its document is no description. */
const CONFIGURATION_STEPS = ['column', 'file', 'project', 'baseline', 'none'] as const;
export type ConfigurationStep = (typeof CONFIGURATION_STEPS)[number];

const LIMIT = 64 * 1024 * 1024;
const BASELINE = 'lintel.baseline.json';

/** The document that such a step edits: the one that governs the file, else a new one in its workspace folder. `undefined` where neither can be. */
export async function configurationTarget({ workspace, client }: Session, uri: string): Promise<string | undefined> {
  const governing = (await workspace.configurations.governing(uri))?.uri;
  if (governing !== undefined) return governing;
  const folder = workspace.folders.find(each => uri.startsWith(`${each}/`));
  return folder !== undefined && client.createsFiles ? childOf(folder, CONFIGURATION_NAMES[0]) : undefined;
}

/** What a code action changes: the configuration for one finding where a step is asked for, else what the fixes of the findings say. */
export async function actionEdit(session: Session, findings: readonly Finding[], configure: unknown): Promise<WorkspaceEdit> {
  const step = CONFIGURATION_STEPS.find(each => each === configure);
  const [first] = findings;
  return step && first ? configurationEdit(session, first, step) : workspaceEdit(session, findings);
}

/** The smallest edit of the configuration that makes a step; comments and order stay. */
async function configurationEdit(session: Session, finding: Finding, step: ConfigurationStep): Promise<WorkspaceEdit> {
  const { uri } = finding.primary;
  const target = await configurationTarget(session, uri);
  const path = target === undefined ? undefined : pathBelow(folderOf(target), uri);
  if (target === undefined || path === undefined) return {};
  const edits = step === 'baseline' ? await acceptEdits(session, finding, target) : await ruleEdits(session, finding, { target, path, step });
  return asWorkspaceEdit(session, edits);
}

/** Edits of documents as one edit, in the form the client knows. */
export function asWorkspaceEdit(session: Session, edits: readonly DocumentEdit[]): WorkspaceEdit {
  return edits.some(edit => edit.creates) || session.client.versionedEdits
    ? { documentChanges: edits.flatMap(({ uri: at, creates, change }) => (creates ? [creation(at), change] : [change])) }
    : { changes: Object.fromEntries(edits.map(({ change }) => [change.textDocument.uri, change.edits.filter(isTextEdit)])) };
}

const isTextEdit = (edit: TextDocumentEdit['edits'][number]): edit is TextEdit => 'newText' in edit && !('annotationId' in edit);
const creation = (uri: string) => ({ kind: 'create' as const, uri, options: { overwrite: false, ignoreIfExists: true } });

export interface DocumentEdit {
  readonly uri: string;
  readonly creates: boolean;
  readonly change: TextDocumentEdit;
}

interface RuleStep {
  readonly target: string;
  /** Of the data, seen from the configuration. */
  readonly path: string;
  readonly step: 'column' | 'file' | 'project' | 'none';
}

async function ruleEdits(session: Session, finding: Finding, { target, path, step }: RuleStep): Promise<readonly DocumentEdit[]> {
  const off: Json = { [finding.rule]: 'off' };
  const column = columnName(session, finding);
  if (step === 'project') return [await setIn(session, target, () => ({ path: ['rules', finding.rule], value: 'off' }))];
  const block: Json = step === 'none' ? { standard: 'none' } : step === 'column' && column !== undefined ? { columns: { [column]: { rules: off } } } : { rules: off };
  return [await setIn(session, target, document => {
    const overrides = document['overrides'];
    return { path: ['overrides', isJsonList(overrides) ? overrides.length : 0], value: { files: path.includes('/') ? path : `./${path}`, ...block } };
  })];
}

/** The baseline knows the finding, and the configuration names the baseline. */
async function acceptEdits(session: Session, finding: Finding, target: string): Promise<readonly DocumentEdit[]> {
  const { workspace } = session;
  const { uri } = finding.primary;
  const loaded = await workspace.configurations.load(target);
  const baseline = loaded?.baseline?.uri ?? childOf(folderOf(target), BASELINE);
  const path = pathBelow(folderOf(baseline), uri) ?? fileNameOf(uri);
  const snapshot = workspace.lastSnapshot(uri);
  const now: Countable = countable(finding, columnName(session, finding), snapshot !== undefined && finding.column >= 0 && snapshot.masks(finding.column) === undefined);
  const entry = baselineOf([now])[now.rule]?.[now.column] ?? { count: now.count };
  const known = loaded?.baseline?.files[path]?.[now.rule]?.[now.column];
  const value = { count: entry.count + (known?.count ?? 0), ...((entry.values || known?.values) && { values: { ...known?.values, ...entry.values } }) };
  const text = await textAt(session, baseline);
  const inBaseline = text === undefined
    ? await wholeEdit(session, baseline, undefined, writeBaseline({ [path]: { [now.rule]: { [now.column]: value } } }))
    : await setIn(session, baseline, () => ({ path: ['files', path, now.rule, now.column], value }));
  if (loaded?.baseline) return [inBaseline];
  return [inBaseline, await setIn(session, target, () => ({ path: ['baseline'], value: BASELINE }))];
}

const columnName = ({ workspace }: Session, { column, primary }: Finding): string | undefined => workspace.lastSnapshot(primary.uri)?.checked.table?.columns[column]?.name;

async function textAt({ workspace }: Session, uri: string): Promise<string | undefined> {
  const text = await readText(workspace.files, uri, LIMIT);
  return typeof text === 'string' ? text : undefined;
}

/** Where a value is to be put; without one, what is there is to be taken out. */
export type Setting = (document: { readonly [key: string]: Json }) => { readonly path: NodePath; readonly value?: Json };

/** Sets a value in a document; one that says nothing yet, or is not there, gets it as a whole. */
async function setIn(session: Session, uri: string, setting: (...given: Parameters<Setting>) => { readonly path: NodePath; readonly value: Json }): Promise<DocumentEdit> {
  return await changeIn(session, uri, setting) ?? documentEdit(session, uri, false, []);
}

/** As a setting says; `undefined` where there is nothing to take out. */
export async function changeIn(session: Session, uri: string, setting: Setting): Promise<DocumentEdit | undefined> {
  const text = await textAt(session, uri);
  const { value } = readDocument(text ?? '', fileNameOf(uri));
  const { path, value: set } = setting(isJsonObject(value) ? value : {});
  const isEmpty = text === undefined || !isJsonObject(value);
  if (set === undefined && isEmpty) return undefined;
  if (set !== undefined && isEmpty) {
    const whole = path.reduceRight<Json>((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), set);
    // JSON is YAML in flow style, so one way of writing serves both.
    return wholeEdit(session, uri, text, fileNameOf(uri).endsWith('.json') ? `${JSON.stringify(whole, null, 2)}\n` : yamlOf(whole));
  }
  const toRange = await rangesFor(session, uri);
  const change = set === undefined ? { do: 'remove-node' as const, path } : { do: 'set-node' as const, path, value: set };
  return documentEdit(session, uri, false, editNode(text ?? '', fileNameOf(uri), change).map(({ range, newText }) => ({ range: toRange(range), newText })));
}

/** The one key of an object in block style, its value in flow style. */
function yamlOf(whole: Json): string {
  const lines = isJsonObject(whole) ? Object.entries(whole) : [];
  return lines.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}\n`).join('');
}

/** New text at the end of what is there, comments as a rule. */
async function wholeEdit(session: Session, uri: string, text: string | undefined, added: string): Promise<DocumentEdit> {
  const document = DocumentText.of(text ?? '');
  const end = document.positionAt(document.size, session.client.encoding);
  const gap = text === undefined || text === '' || text.endsWith('\n') ? '' : '\n';
  return documentEdit(session, uri, text === undefined, [{ range: { start: end, end }, newText: gap + added }]);
}

function documentEdit(session: Session, uri: string, creates: boolean, edits: TextEdit[]): DocumentEdit {
  const version = session.workspace.documents.get(uri)?.version ?? null;
  return { uri, creates, change: { textDocument: { uri: toClient(session, uri), version }, edits } };
}
