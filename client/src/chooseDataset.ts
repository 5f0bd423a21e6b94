import * as vscode from 'vscode';
import { DATASET_GLOB, NO_DATASETS, isDataset, isDescription } from './documents.ts';
import type { Ui } from './vscodeApi.ts';

/** How many files the list offers; whoever has more names the file by opening it. */
const LISTED = 1000;

/** The document a menu, a code lens or the open tab means; `undefined` where that is none of ours. */
export function meantDocument(ui: Ui, argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string') return vscode.Uri.parse(argument);
  if (argument instanceof vscode.TreeItem && argument.resourceUri) return argument.resourceUri;
  const active = ui.activeDocument();
  return active && (isDataset(active) || isDescription(active) || isDatasetByLanguage(active)) ? active : undefined;
}

/** The dataset that is meant, or the one the user picks from the workspace. */
export async function chooseDataset(ui: Ui, argument: unknown, title: string): Promise<vscode.Uri | undefined> {
  const meant = meantDocument(ui, argument);
  if (meant) return meant;
  const files = await ui.findFiles(DATASET_GLOB, NO_DATASETS, LISTED);
  if (files.length === 0) {
    await ui.tell(vscode.l10n.t('Open a CSV, TSV or JSON Lines file first: this workspace has none.'));
    return undefined;
  }
  const items = files.map(uri => ({ label: vscode.workspace.asRelativePath(uri), uri })).sort((a, b) => (a.label < b.label ? -1 : 1));
  return (await ui.pick(items, { title, placeHolder: vscode.l10n.t('Choose a dataset'), matchOnDescription: true }))?.uri;
}

/** A document that was given the language by hand, whatever it is called. */
function isDatasetByLanguage(uri: vscode.Uri): boolean {
  const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === uri.toString());
  return document !== undefined && ['csv', 'tsv', 'jsonl'].includes(document.languageId);
}
