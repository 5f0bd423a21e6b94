import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.ts';
import { type Message, name, say } from '../../core/message.ts';
import { FIX_LIMIT } from '../../engine/findings.ts';
import { allDetectors, isDescriptionUri, isPrivacyRule } from '../../engine/registry.ts';
import type { StoredSet } from '../../engine/store.ts';
import { CLIENT_COMMANDS, type CodeActionData } from '../../protocol/messages.ts';
import { titleOf } from '../../util/charset/labels.ts';
import { type ConfigurationStep, configurationTarget } from './configurationEdits.ts';
import { targetOf } from './fixes.ts';
import { type Session, toClient, words } from './session.ts';

/** What can be done about a finding: its fixes, ways to learn about its rule, and ways to be rid of it. `key`: how it is called in its set. */
export function findingActions(session: Session, set: StoredSet, finding: Finding, key: string, configurable: boolean): readonly CodeAction[] {
  const uri = toClient(session, set.uri);
  return [
    ...fixAction(session, set, finding, key),
    ...(finding.alternatives ?? []).flatMap((fix, i) => fixAction(session, set, { ...finding, fix }, `${key}.${i}`)),
    ...remedyAction(session, finding, uri),
    ...annotateAction(session, set, finding, uri),
    ...ruleActions(session, finding, configurable ? undefined : uri),
    ...(configurable ? configurationActions(session, set, finding, key) : []),
  ];
}

/** Whether a document can be written that says which rules hold for a file. */
export async function isConfigurable(session: Session, uri: string): Promise<boolean> {
  return session.client.options.trusted !== false && await configurationTarget(session, uri) !== undefined;
}

function fixAction(session: Session, set: StoredSet, finding: Finding, key: string): readonly CodeAction[] {
  const { fix } = finding;
  if (!fix || targetOf(session, finding) === undefined) return [];
  const action: CodeAction = { title: words(session, fix.title), kind: CodeActionKind.QuickFix };
  if (fix.complete) return [{ ...action, isPreferred: fix.safety === 'safe', data: dataOf(set, [key]) }];
  const reason = words(session, say`More than ${FIX_LIMIT} places; too many for one edit of an open document`);
  return session.client.disabledActions ? [{ ...action, disabled: { reason } }] : [];
}

/** What is personal about a column is for people to say: the editor asks them. */
function annotateAction(session: Session, set: StoredSet, { rule, column }: Finding, uri: string): readonly CodeAction[] {
  const called = session.workspace.lastSnapshot(set.uri)?.checked.table?.columns[column]?.name;
  if (called === undefined || !isPrivacyRule(rule) || session.client.options.commands?.includes(CLIENT_COMMANDS.annotateColumn) !== true) return [];
  const title = words(session, say`Annotate the column ${name(called)}…`);
  return [{ title, kind: CodeActionKind.QuickFix, command: { title, command: CLIENT_COMMANDS.annotateColumn, arguments: [uri, column] } }];
}

/** What the editor can do about a finding that is no edit. */
function remedyAction(session: Session, { remedy }: Finding, uri: string): readonly CodeAction[] {
  if (!remedy || !session.client.options.clientCommands) return [];
  const title = words(session, say`Reopen with encoding ${name(titleOf(remedy.encoding))}`);
  const command = { title, command: CLIENT_COMMANDS.reopenWithEncoding, arguments: [uri, remedy.encoding] };
  return [{ title, kind: CodeActionKind.QuickFix, isPreferred: true, command }];
}

/** `uri` is given where no configuration document can be written, so that only the editor's settings can turn a rule off. */
function ruleActions({ client, ...session }: Session, { rule, facts }: Finding, uri: string | undefined): readonly CodeAction[] {
  if (!client.options.clientCommands) return [];
  const action = (title: Message, command: string, ...args: readonly string[]): CodeAction => ({
    title: words({ client, ...session }, title), kind: CodeActionKind.QuickFix,
    command: { title: words({ client, ...session }, title), command, arguments: [...args] },
  });
  return [
    action(say`Explain the rule ${name(rule)}`, CLIENT_COMMANDS.explainRule, rule),
    ...allDetectors.filter(({ id }) => id === facts.detector)
      .map(({ id, title }) => action(say`Explain how this is told: ${{ template: title, parts: [] }}`, CLIENT_COMMANDS.explainRule, id)),
    ...(uri === undefined ? [] : [action(say`Turn off the rule ${name(rule)} in the settings`, CLIENT_COMMANDS.disableRule, rule, uri)]),
  ];
}

/** Ways to be rid of a finding that everybody who works on the project shares, from the narrowest to the widest. */
function configurationActions(session: Session, set: StoredSet, finding: Finding, key: string): readonly CodeAction[] {
  const rule = name(finding.rule);
  const column = session.workspace.lastSnapshot(set.uri)?.checked.table?.columns[finding.column]?.name;
  const action = (title: Message, configure: ConfigurationStep): CodeAction =>
    ({ title: words(session, title), kind: CodeActionKind.QuickFix, data: { ...dataOf(set, [key]), configure } });
  return [
    ...(column === undefined ? [] : [action(say`Turn off the rule ${rule} in the column ${name(column)}`, 'column')]),
    action(say`Turn off the rule ${rule} in this file`, 'file'),
    action(say`Turn off the rule ${rule} in this project`, 'project'),
    action(say`Add this finding to the baseline`, 'baseline'),
    ...(isDescriptionUri(set.uri) ? [action(say`This document is no description: leave it alone`, 'none')] : []),
  ];
}

export const dataOf = ({ uri, resultId }: StoredSet, keys: readonly string[]): CodeActionData => ({ uri, resultId, keys });
