import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { fromClient } from './shared/session.ts';
import { defineFeature } from './feature.ts';

/** Only descriptions are watched: watchers over folders of data are what makes editors slow. */
const WATCHED = ['**/datapackage.{json,yaml,yml}', '**/*.datapackage.json'];

export default defineFeature({
  register(connection, { workspace }) {
    connection.onDidChangeWatchedFiles(({ changes }) => workspace.filesChanged(changes.map(({ uri }) => fromClient(uri))));
  },
  initialized(connection, { client }) {
    if (!client.watchesFiles) return;
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED.map(globPattern => ({ globPattern })) });
  },
});
