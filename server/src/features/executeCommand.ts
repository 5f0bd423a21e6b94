import { type CancellationToken, ExecuteCommandRequest, type LSPAny } from 'vscode-languageserver';
import { SERVER_COMMANDS } from '../protocol/messages.ts';
import { isJsonObject, toJson } from '../util/json.ts';
import { checkFile } from './checkFile.ts';
import { checkWorkspace } from './checkWorkspace.ts';
import { proposeDescription } from './describe.ts';
import type { Session } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** The server's own commands, for clients without commands of theirs. What is refused is shown as a message. */
export default defineFeature({
  capabilities: (_, { client }) => (
    client.options.clientCommands ? {} : { executeCommandProvider: { commands: Object.values(SERVER_COMMANDS) } }),
  register: answer(ExecuteCommandRequest.type, async (session, { command, arguments: given }, token) => {
    const result = await run(session, command, given?.[0], token);
    const json = toJson(result) ?? null;
    if (isJsonObject(json) && typeof json['refused'] === 'string') session.connection.window.showWarningMessage(json['refused']);
    return json;
  }),
});

function run(session: Session, command: string, uri: LSPAny, token: CancellationToken): Promise<unknown> | unknown {
  switch (command) {
    case SERVER_COMMANDS.checkWorkspace: return checkWorkspace(session, token);
    case SERVER_COMMANDS.stop: return { stopped: session.workspace.stop() };
    case SERVER_COMMANDS.checkFile: return typeof uri === 'string' ? checkFile(session, uri) : null;
    case SERVER_COMMANDS.describeDataset: return typeof uri === 'string' ? proposeDescription(session, uri) : null;
    default: return null;
  }
}
