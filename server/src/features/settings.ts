import { type Connection, DidChangeConfigurationNotification, DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver';
import { type WorkspaceSettings, readSettings } from '../config/settings.ts';
import type { Json } from '../core/problem.ts';
import { isJsonObject, toJson } from '../util/json.ts';
import { refresher } from './shared/refresh.ts';
import { type Session, fromClient } from './shared/session.ts';
import { defineFeature } from './feature.ts';

const SECTION = 'lintel';

/** Workspace folders and the settings of each. Asked for at the start, and again whenever either changes. */
export default defineFeature({
  capabilities: () => ({ workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
  register(connection, session) {
    connection.onDidChangeConfiguration(({ settings }) => {
      const all = toJson(settings);
      const own = isJsonObject(all) ? all[SECTION] : undefined;
      if (own !== undefined) session.surroundings.settings = own;
      renew(connection, session);
    });
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      const removed = new Set(event.removed.map(({ uri }) => fromClient(uri)));
      const kept = session.surroundings.folders.filter(uri => !removed.has(uri));
      session.surroundings.folders = [...kept, ...event.added.map(({ uri }) => fromClient(uri))];
      renew(connection, session);
    });
  },
  initialized(connection, session) {
    if (session.client.changesConfiguration) void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    renew(connection, session);
  },
});

/** Whatever goes wrong, the workspace is configured: with what is known, else with the defaults. */
function renew(connection: Connection, session: Session): void {
  const { workspace, surroundings: { folders } } = session;
  void readAll(connection, session).catch((cause: Error) => {
    workspace.host.log.error('the settings could not be read', cause);
    return [];
  }).then(([fallback, ...own]) => {
    const general = settingsOf(session, fallback);
    session.surroundings.maxWorkers = general.maxWorkers;
    const before = looksOf(session);
    workspace.configure(new Map(folders.map((folder, i) => [folder, settingsOf(session, own[i])])), general);
    if (looksOf(session) !== before) redraw(connection, session);
  });
}

/** The settings that decide what documents look like, of all folders. */
function looksOf({ workspace, surroundings: { folders } }: Session): string {
  const all = ['', ...folders.map(folder => `${folder}/`)].map(uri => workspace.settingsOf(uri));
  return all.map(({ colouring, typeHints }) => `${colouring} ${typeHints}`).join();
}

function redraw(connection: Connection, { client }: Session): void {
  if (client.refreshesTokens) refresher(connection, 'workspace/semanticTokens/refresh')();
  if (client.refreshesHints) refresher(connection, 'workspace/inlayHint/refresh')();
}

/** The settings without a folder, then those of each folder. Clients that cannot be asked have said what they have. */
async function readAll(connection: Connection, { client, surroundings }: Session): Promise<readonly (Json | undefined)[]> {
  const { folders, settings } = surroundings;
  if (!client.configuration) return [settings, ...folders.map(() => settings)];
  const scopes = [{ section: SECTION }, ...folders.map(scopeUri => ({ scopeUri, section: SECTION }))];
  const answers: readonly unknown[] = await connection.workspace.getConfiguration(scopes);
  return answers.map(toJson);
}

function settingsOf({ workspace }: Session, json: Json | undefined): WorkspaceSettings {
  const { settings, ignored } = readSettings(json ?? undefined);
  if (ignored.length > 0) workspace.host.log.warn(`settings that cannot be understood and are left out: ${ignored.join(', ')}`);
  return settings;
}
