import { type CodeLens, CodeLensRequest, type Connection } from 'vscode-languageserver';
import { type Message, count, say } from '../core/message.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { CLIENT_COMMANDS, SERVER_COMMANDS } from '../protocol/messages.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Above the header of a dataset: how much there is and what was found, and the commands one needs next. */
export default defineFeature({
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register(connection, session) {
    answer(CodeLensRequest.type, (_, { textDocument }) => lensesOf(session, textDocument.uri))(connection, session);
    if (session.client.refreshesLenses) refreshWhenChanged(connection, session);
  },
});

function lensesOf(session: Session, shownUri: string): CodeLens[] {
  const uri = fromClient(shownUri);
  const snapshot = session.workspace.lastSnapshot(uri);
  if (isDescriptionUri(uri) || !snapshot?.checked.table) return [];
  const { records, columns } = snapshot.checked.table;
  const commands = session.client.options.clientCommands ? CLIENT_COMMANDS : SERVER_COMMANDS;
  const size = say`${count(records, 'row')}, ${count(columns.length, 'column')}`;
  return [
    lens(session, say`${size}, ${findings(snapshot.checked.findings.length)}`, ''),
    lens(session, say`Check`, commands.checkFile, shownUri),
    ...(snapshot.found ? [] : [lens(session, say`Describe`, commands.describeDataset, shownUri)]),
  ];
}

function findings(found: number): Message {
  return found === 1 ? say`1 finding` : say`${found} findings`;
}

function lens(session: Session, title: Message, command: string, uri?: string): CodeLens {
  const start = { line: 0, character: 0 };
  const argument = uri === undefined ? {} : { arguments: [uri] };
  return { range: { start, end: start }, command: { title: words(session, title), command, ...argument } };
}

function refreshWhenChanged(connection: Connection, { workspace }: Session): void {
  let waiting = false;
  workspace.store.onChange(() => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void connection.sendRequest('workspace/codeLens/refresh');
    }, 0);
  });
}
