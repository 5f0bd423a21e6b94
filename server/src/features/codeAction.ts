import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionRequest, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../core/finding.ts';
import { type Message, name, say } from '../core/message.ts';
import { FIX_LIMIT } from '../engine/findings.ts';
import { isPrivacyRule } from '../engine/registry.ts';
import type { StoredSet } from '../engine/store.ts';
import { CLIENT_COMMANDS, type CodeActionData, FIX_ALL_KIND } from '../protocol/messages.ts';
import { titleOf } from '../util/charset/labels.ts';
import { actionEdit, type ConfigurationStep, configurationTarget } from './shared/configurationEdits.ts';
import { findingOf, targetOf } from './shared/fixes.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Quick fixes of the findings under the cursor, all safe fixes of the document, and ways to learn about a rule or to be rid of it. */
export default defineFeature({
  capabilities: (_, { client }) => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: client.resolvesEdits },
  }),
  register: answer(CodeActionRequest.type, async (session, params) => {
    const uri = fromClient(params.textDocument.uri);
    const set = session.workspace.store.get(uri);
    if (!set) return [];
    const configurable = session.client.options.trusted !== false && await configurationTarget(session, uri) !== undefined;
    const actions = [...quickActions(session, set, params, configurable), ...fixAll(session, set, params)];
    return session.client.resolvesEdits ? actions : Promise.all(actions.map(action => withEdit(session, set, action)));
  }),
});

function quickActions(session: Session, set: StoredSet, { context, textDocument }: CodeActionParams, configurable: boolean): readonly CodeAction[] {
  const { only, diagnostics } = context;
  if (!wants(only, CodeActionKind.QuickFix)) return [];
  const seen = new Set<string>();
  return diagnostics.flatMap(diagnostic => {
    const key = keyOf(diagnostic, set);
    const finding = key === undefined || seen.has(key) ? undefined : findingOf(set, key);
    if (key === undefined || !finding) return [];
    seen.add(key);
    return [
      ...fixAction(session, set, finding, key, diagnostic),
      ...(finding.alternatives ?? []).flatMap((fix, i) => fixAction(session, set, { ...finding, fix }, `${key}.${i}`, diagnostic)), ...remedyAction(session, finding, diagnostic, textDocument.uri),
      ...annotateAction(session, finding, diagnostic, textDocument.uri),
      ...ruleActions(session, finding.rule, diagnostic, configurable ? undefined : textDocument.uri),
      ...(configurable ? configurationActions(session, set, finding, key, diagnostic) : []),
    ];
  });
}

/** The key of a diagnostic that shows the present findings, not those of an earlier text. */
function keyOf({ source, data }: Diagnostic, set: StoredSet): string | undefined {
  if (source !== 'lintel' || typeof data !== 'object' || data === null || !('key' in data) || !('resultId' in data)) return undefined;
  return data.resultId === set.resultId ? String(data.key) : undefined;
}

function fixAction(session: Session, set: StoredSet, finding: Finding, key: string, diagnostic: Diagnostic): readonly CodeAction[] {
  const { fix } = finding;
  if (!fix || targetOf(session, finding) === undefined) return [];
  const action: CodeAction = { title: words(session, fix.title), kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] };
  if (fix.complete) return [{ ...action, isPreferred: fix.safety === 'safe', data: dataOf(set, [key]) }];
  const reason = words(session, say`More than ${FIX_LIMIT} places; too many for one edit of an open document`);
  return session.client.disabledActions ? [{ ...action, disabled: { reason } }] : [];
}

/** What is personal about a column is for people to say: the editor asks them. */
function annotateAction(session: Session, { rule, column }: Finding, diagnostic: Diagnostic, uri: string): readonly CodeAction[] {
  const called = session.workspace.lastSnapshot(fromClient(uri))?.checked.table?.columns[column]?.name;
  if (called === undefined || !isPrivacyRule(rule) || session.client.options.commands?.includes(CLIENT_COMMANDS.annotateColumn) !== true) return [];
  const title = words(session, say`Annotate the column ${name(called)}…`);
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], command: { title, command: CLIENT_COMMANDS.annotateColumn, arguments: [uri, column] } }];
}

/** What the editor can do about a finding that is no edit. */
function remedyAction(session: Session, { remedy }: Finding, diagnostic: Diagnostic, uri: string): readonly CodeAction[] {
  if (!remedy || !session.client.options.clientCommands) return [];
  const title = words(session, say`Reopen with encoding ${name(titleOf(remedy.encoding))}`);
  const command = { title, command: CLIENT_COMMANDS.reopenWithEncoding, arguments: [uri, remedy.encoding] };
  return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true, command }];
}

/** `uri` is given where no configuration document can be written, so that only the editor's settings can turn a rule off. */
function ruleActions({ client, ...session }: Session, rule: string, diagnostic: Diagnostic, uri: string | undefined): readonly CodeAction[] {
  if (!client.options.clientCommands) return [];
  const action = (title: Message, command: string, ...args: readonly string[]): CodeAction => ({
    title: words({ client, ...session }, title), kind: CodeActionKind.QuickFix, diagnostics: [diagnostic],
    command: { title: words({ client, ...session }, title), command, arguments: [...args] },
  });
  return [
    action(say`Explain the rule ${name(rule)}`, CLIENT_COMMANDS.explainRule, rule),
    ...(uri === undefined ? [] : [action(say`Turn off the rule ${name(rule)} in the settings`, CLIENT_COMMANDS.disableRule, rule, uri)]),
  ];
}

/** Ways to be rid of a finding that everybody who works on the project shares, from the narrowest to the widest. */
function configurationActions(session: Session, set: StoredSet, finding: Finding, key: string, diagnostic: Diagnostic): readonly CodeAction[] {
  const rule = name(finding.rule);
  const column = session.workspace.lastSnapshot(set.uri)?.checked.table?.columns[finding.column]?.name;
  const action = (title: Message, configure: ConfigurationStep): CodeAction =>
    ({ title: words(session, title), kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], data: { ...dataOf(set, [key]), configure } });
  return [
    ...(column === undefined ? [] : [action(say`Turn off the rule ${rule} in the column ${name(column)}`, 'column')]),
    action(say`Turn off the rule ${rule} in this file`, 'file'),
    action(say`Turn off the rule ${rule} in this project`, 'project'),
    action(say`Add this finding to the baseline`, 'baseline'),
  ];
}

/** All fixes marked safe, as one action: on request by kind, and in the menu where there are several. */
function fixAll(session: Session, set: StoredSet, { context: { only } }: CodeActionParams): readonly CodeAction[] {
  const keys = set.findings.flatMap((finding, index) => {
    const safe = finding.fix?.safety === 'safe' && finding.fix.complete && targetOf(session, finding) !== undefined;
    return safe ? [String(index)] : [];
  });
  if (keys.length === 0 || !wants(only, FIX_ALL_KIND)) return [];
  return [{ title: words(session, say`Apply all safe fixes`), kind: FIX_ALL_KIND, data: dataOf(set, keys) }];
}

/** Kinds are prefixes: `source` asks for `source.fixAll.lintel` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(each => kind === each || kind.startsWith(`${each}.`));
}

const dataOf = ({ uri, resultId }: StoredSet, keys: readonly string[]): CodeActionData => ({ uri, resultId, keys });

/** For clients that do not resolve actions later. */
async function withEdit(session: Session, set: StoredSet, { data, ...action }: CodeAction): Promise<CodeAction> {
  if (!isCodeActionData(data)) return action;
  return { ...action, edit: await actionEdit(session, data.keys.flatMap(key => findingOf(set, key) ?? []), data.configure) };
}

function isCodeActionData(data: unknown): data is CodeActionData {
  return typeof data === 'object' && data !== null && 'keys' in data && Array.isArray(data.keys);
}
