import { type CodeLens, CodeLensRequest } from 'vscode-languageserver';
import { type Message, count, say } from '../core/message.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import { CLIENT_COMMANDS, SERVER_COMMANDS } from '../protocol/messages.ts';
import { refresher } from './shared/refresh.ts';
import { MARK_LIMIT } from './shared/selection.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Above the header of a dataset: how much there is and what was found, and the commands one needs next. */
export default defineFeature({
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register(connection, session) {
    answer(CodeLensRequest.type, (_, { textDocument }) => lensesOf(session, textDocument.uri))(connection, session);
    if (session.client.refreshesLenses) session.workspace.store.onChange(refresher(connection, 'workspace/codeLens/refresh'));
  },
});

function lensesOf(session: Session, shownUri: string): CodeLens[] {
  const uri = fromClient(shownUri);
  const snapshot = session.workspace.lastSnapshot(uri);
  if (isDescriptionUri(uri) || !snapshot?.checked.table) return [];
  const { records, columns } = snapshot.checked.table;
  const { clientCommands, commands: offered } = session.client.options;
  const commands = clientCommands ? CLIENT_COMMANDS : SERVER_COMMANDS;
  const size = say`${count(records, 'row')}, ${count(columns.length, 'column')}`;
  return [
    lens(session, say`${size}, ${findings(snapshot.checked.findings.length)}`, ''),
    ...(isCut(snapshot) && clientCommands ? [lens(session, say`Show More Findings`, CLIENT_COMMANDS.showFindings, shownUri)] : []),
    ...(offered?.includes(CLIENT_COMMANDS.showProfile) ? [lens(session, say`Profile`, CLIENT_COMMANDS.showProfile, shownUri)] : []),
    lens(session, say`Check`, commands.checkFile, shownUri),
    ...(snapshot.found ? [] : [lens(session, say`Describe`, commands.describeDataset, shownUri)]),
  ];
}

/** Whether there are more places than an editor shows. */
function isCut({ checked: { findings: all } }: Snapshot): boolean {
  return all.some(({ count: places, spots }) => places > spots.length) || all.reduce((sum, { spots }) => sum + spots.length + 1, 0) > MARK_LIMIT;
}

function findings(found: number): Message {
  return found === 1 ? say`1 finding` : say`${found} findings`;
}

function lens(session: Session, title: Message, command: string, uri?: string): CodeLens {
  const start = { line: 0, character: 0 };
  const argument = uri === undefined ? {} : { arguments: [uri] };
  return { range: { start, end: start }, command: { title: words(session, title), command, ...argument } };
}
