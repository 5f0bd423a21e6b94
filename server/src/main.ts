import { createConnection } from 'vscode-languageserver/node';
import { serveOnDisk } from './serveOnDisk.ts';

/** The language server as a process: over `--stdio` for any editor, over `--node-ipc` where VS Code started it. */
const connection = createConnection();

// A bug must not take the server down: requests and jobs have caught theirs already, this is for what nobody waited for.
process.on('uncaughtException', cause => connection.console.error(`unexpected: ${cause.stack ?? cause.message}`));
process.on('unhandledRejection', cause => {
  connection.console.error(`unexpected: ${cause instanceof Error ? cause.stack ?? cause.message : 'a rejection'}`);
});

serveOnDisk(connection);
