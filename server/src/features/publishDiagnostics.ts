import { diagnosticsOf } from './shared/diagnostics.ts';
import { type Session, toClient } from './shared/session.ts';
import { defineFeature } from './feature.ts';

/** Pushes findings, one document a message, to clients that do not ask for them. What changes several times in one turn is sent once. */
export default defineFeature({
  register(connection, session) {
    if (session.client.pulls) return;
    const waiting = new Set<string>();
    session.workspace.store.onChange(uri => {
      if (waiting.size === 0) void session.workspace.host.pause().then(() => flush(session, waiting));
      waiting.add(uri);
    });
    async function flush({ workspace }: Session, uris: Set<string>): Promise<void> {
      const batch = [...uris];
      uris.clear();
      for (const uri of batch) {
        await send(uri).catch((cause: Error) => workspace.host.log.error('findings could not be sent', cause));
      }
    }
    async function send(uri: string): Promise<void> {
      const set = session.workspace.store.get(uri);
      const diagnostics = set ? await diagnosticsOf(session, set) : [];
      const version = set?.version;
      await connection.sendDiagnostics({ uri: toClient(session, uri), diagnostics, ...(version !== undefined && { version }) });
    }
  },
});
