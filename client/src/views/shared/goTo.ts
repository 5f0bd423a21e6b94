import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/core/place.ts';
import type { CommandContext } from '../../commands/command.ts';
import type { Ui } from '../../vscodeApi.ts';

/** A place in a dataset. */
export interface Target {
  readonly range: TextRange;
  /** From 0, -1 for the header. */
  readonly row: number;
  readonly column: number;
  readonly hasText: boolean;
}

/** Shows a row or a cell in the preview where that is in front, else in the text, else in the preview after all. Rows count from 0, the header is -1. */
export async function showPlace({ server, ui }: CommandContext, uri: vscode.Uri, place: Pick<Target, 'row' | 'column'>): Promise<void> {
  if (isPreviewed(uri)) return void await ui.execute('lintel.previewRows', uri.toString(), place.row, place.column);
  const found = await server.request('lintel/place', { uri: uri.toString(), ...place });
  if ('refused' in found) return void await ui.tell(found.refused);
  await goTo(ui, uri, found, undefined);
}

/** Whether the preview of a dataset is in front. */
export function isPreviewed(uri: vscode.Uri): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom && input.viewType === PREVIEW && input.uri.toString() === uri.toString();
}

/** The custom editor that shows rows: packed files open in it by themselves, others when asked. */
export const PREVIEW = 'lintel.preview';

/** Shows a place in the text, or in a preview of the rows where no editor shows the file as text. `from`: the column of editors to stay out of. */
export async function goTo(ui: Ui, uri: vscode.Uri, { range, row, column, hasText }: Target, from: vscode.ViewColumn | undefined): Promise<void> {
  const selection = new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
  const shown = hasText && await showText(uri, selection, from);
  if (!shown) await ui.execute('lintel.previewRows', uri.toString(), row, column);
}

async function showText(uri: vscode.Uri, selection: vscode.Range, from: vscode.ViewColumn | undefined): Promise<boolean> {
  try {
    await vscode.window.showTextDocument(uri, { selection, viewColumn: columnOf(uri) ?? (from === vscode.ViewColumn.One ? vscode.ViewColumn.Beside : vscode.ViewColumn.One) });
    return true;
  } catch {
    // Over 50 MiB a document has no text for extensions.
    return false;
  }
}

/** Where the document is open already. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()))?.viewColumn;
}
