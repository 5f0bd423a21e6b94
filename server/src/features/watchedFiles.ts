import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { fromClient } from './shared/session.ts';
import { defineFeature } from './feature.ts';

/** Only descriptions, configurations and baselines are watched: watchers over folders of data are what makes editors slow. */
const WATCHED = ['**/datapackage.{json,yaml,yml}', '**/*.datapackage.json', '**/lintel.config.{yaml,yml,json}', '**/*baseline.json'];

export default defineFeature({
  register(connection, { workspace }) {
    connection.onDidChangeWatchedFiles(({ changes }) => workspace.filesChanged(changes.map(({ uri }) => fromClient(uri))));
  },
  initialized(connection, { client }) {
    if (!client.watchesFiles) return;
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map(globPattern => ({ globPattern })) });
  },
});
