import * as vscode from 'vscode';
import { DATASET_GLOB } from '../../documents.ts';
import type { Server } from '../../languageClient.ts';
import { DatasetNode, type Node, NoteNode } from './nodes.ts';

/** Milliseconds in which changes are gathered: many files are checked one after the other. */
const GATHERED = 500;

/** The datasets of the workspace with their splits, descriptions and findings by rule. It asks for nothing while nobody looks at it. */
export function showDatasets(server: Server): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  let stale = false;
  let timer: NodeJS.Timeout | undefined;
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: node => node,
    getChildren: async node => [...(node ? node.children : await roots(server))],
  };
  const view = vscode.window.createTreeView('lintel.datasets', { treeDataProvider: provider, showCollapseAll: true });
  const renew = (): void => {
    clearTimeout(timer);
    stale = !view.visible;
    if (view.visible) timer = setTimeout(() => changed.fire(undefined), GATHERED);
  };
  const files = vscode.workspace.createFileSystemWatcher(DATASET_GLOB, false, true, false);
  return vscode.Disposable.from(
    view, changed, files, files.onDidCreate(renew), files.onDidDelete(renew),
    server.onStatus(({ checked, busy }) => (checked || busy === 0) && renew()),
    view.onDidChangeVisibility(({ visible }) => visible && stale && renew()),
    { dispose: () => clearTimeout(timer) },
  );
}

async function roots(server: Server): Promise<readonly Node[]> {
  const { entries, more } = await server.request('lintel/datasets', null);
  const nodes = entries.map(entry => new DatasetNode(entry)).sort((a, b) => (a.id ?? '').localeCompare(b.id ?? ''));
  return more > 0 ? [...nodes, new NoteNode(vscode.l10n.t('and {0} more', more))] : nodes;
}
