import * as vscode from 'vscode';
import { BACK } from '../quickSteps.ts';
import type { Answered } from '../quickSteps.ts';
import type { Ui } from '../vscodeApi.ts';

/** Asks for the folder that gets the project's folder: an open one, the one beside the data, or any other. */
export async function askPlace(ui: Ui, title: string, data: vscode.Uri, totalSteps: number): Promise<Answered<vscode.Uri>> {
  const other = vscode.l10n.t('Another Folder…');
  const places = [...(vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri), vscode.Uri.joinPath(data, '..')];
  const distinct = places.filter((place, i) => places.findIndex(same => same.toString() === place.toString()) === i);
  const items: readonly (vscode.QuickPickItem & { readonly place?: vscode.Uri })[] = [
    ...distinct.map(place => ({ label: `$(folder) ${nameOf(place)}`, description: place.fsPath, place })),
    { label: `$(folder-opened) ${other}` },
  ];
  const picked = await ui.askPick({
    title, step: 1, totalSteps, canGoBack: false, items, chosen: () => false, placeholder: vscode.l10n.t('Folder that gets the project’s folder'),
  });
  if (picked === BACK || picked === undefined) return picked;
  return picked[0]?.place ?? ui.pickFolder(vscode.l10n.t('Create Here'), places[0]);
}

const nameOf = (folder: vscode.Uri): string => folder.path.slice(folder.path.lastIndexOf('/') + 1);
