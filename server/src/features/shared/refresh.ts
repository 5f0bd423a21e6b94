import type { Connection } from 'vscode-languageserver';
import { kindOf } from '../../engine/columnKind.ts';
import type { Session } from './session.ts';

/** Asks the client to ask again, once a turn however often there is reason to. */
export function refresher(connection: Connection, method: string): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      void connection.sendRequest(method).catch(() => undefined);
    }, 0);
  };
}

/** Calls back when a check finds other columns, or other types of them, than the one before: most keystrokes change neither. */
export function whenColumnsChange({ workspace }: Session, callback: () => void): void {
  const known = new Map<string, string>();
  workspace.store.onChange(uri => {
    const snapshot = workspace.lastSnapshot(uri);
    const columns = snapshot?.checked.table?.columns ?? [];
    const now = columns.map(column => `${column.name}\n${snapshot?.masks(column.index) ? 'personal' : kindOf(column) ?? ''}`).join('\n');
    const before = known.get(uri);
    if (snapshot) known.set(uri, now);
    else known.delete(uri);
    if (before !== now) callback();
  });
}
