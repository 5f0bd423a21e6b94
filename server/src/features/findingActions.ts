import type { CodeAction } from 'vscode-languageserver';
import type { Finding } from '../core/finding.ts';
import { say } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { StoredSet } from '../engine/store.ts';
import type { OfferedAction, OfferedFinding, Requests } from '../protocol/messages.ts';
import { actionEdit } from './shared/configurationEdits.ts';
import { findingActions, isConfigurable } from './shared/findingActions.ts';
import { findingKey } from './shared/findingKey.ts';
import { findingOf } from './shared/fixes.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

type Act = Requests['lintel/actOnFinding'];

/** What quick fixes offer in a text, for files that no editor shows as text and for whoever would rather choose from a list. */
export default defineFeature({
  register(connection, session) {
    answerOwn('lintel/findingActions', (_, { uri, key }) => offered(session, fromClient(uri), key))(connection, session);
    answerOwn('lintel/actOnFinding', (_, params) => act(session, params))(connection, session);
  },
});

async function offered(session: Session, uri: string, key: string | undefined): Promise<readonly OfferedFinding[] | null> {
  const set = session.workspace.store.get(uri);
  if (!set) return null;
  const hasText = session.workspace.lastSnapshot(uri)?.checked.layout?.hasText ?? true;
  const asked = set.findings.findIndex((_, index) => findingKey(set, index) === key);
  const configurable = asked >= 0 && await isConfigurable(session, uri);
  const list = set.findings.map((finding, index) => {
    const actions = index === asked ? actionsOf(session, set, index, configurable) : [];
    return { ...wordsOf(session, finding, hasText), key: findingKey(set, index), actions };
  });
  return SEVERITIES.flatMap(severity => list.filter(one => one.severity === severity));
}

function wordsOf(session: Session, { rule, severity, message, primary, spots }: Finding, hasText: boolean): Omit<OfferedFinding, 'actions' | 'key'> {
  const place = [...spots, primary].map(spot => spot.place).find(one => 'row' in one);
  const row = place && 'row' in place ? place.row : -1;
  return { rule, severity, message: words(session, message), row, column: place && 'column' in place ? place.column : -1, hasText };
}

function actionsOf(session: Session, set: StoredSet, index: number, configurable: boolean): readonly OfferedAction[] {
  const finding = findingOf(set, String(index));
  return finding ? findingActions(session, set, finding, String(index), configurable).filter(({ disabled }) => !disabled).map(toOffered) : [];
}

function toOffered({ title, command, data }: CodeAction): OfferedAction {
  const given = (command?.arguments ?? []).flatMap(each => (typeof each === 'string' || typeof each === 'number' ? [each] : []));
  return { title, ...(command && { command: { command: command.command, arguments: given } }), ...(data && { data }) };
}

async function act(session: Session, { uri, resultId, keys, configure }: Act['params']): Promise<Act['result']> {
  const set = session.workspace.store.get(uri);
  if (session.client.options.trusted === false) return refusal(session, uri, { refused: 'untrusted', detail: uri });
  if (set?.resultId !== resultId) return refusal(session, uri, { refused: 'changed', detail: uri });
  const edit = await actionEdit(session, keys.flatMap(key => findingOf(set, key) ?? []), configure);
  const { applied } = await session.connection.workspace.applyEdit(edit);
  if (!applied) return { refused: words(session, say`The edit could not be made.`) };
  const documents = (edit.documentChanges ?? []).flatMap(change => ('textDocument' in change ? [change.textDocument.uri] : []));
  return { changed: [...new Set([...documents, ...Object.keys(edit.changes ?? {})])] };
}
