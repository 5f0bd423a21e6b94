import * as vscode from 'vscode';
import { askPick, askText } from './quickSteps.ts';
import type { Answered, PickStep, TextStep } from './quickSteps.ts';

/** The calls to VS Code that ask, show and write. Everything a command does to the outside goes through here, so that tests may replace it. */
export interface Ui {
  /** Shows one line in the status bar for some seconds: the quiet way to answer. */
  mention(text: string): void;
  /** A notification; resolves with the action that was chosen. Only ever in answer to something the user asked for. */
  tell(text: string, ...actions: readonly string[]): Promise<string | undefined>;
  /** A notification that something could not be done. */
  warn(text: string, ...actions: readonly string[]): Promise<string | undefined>;
  /** A question in the middle of the screen; `undefined` when it was dismissed. */
  confirm(text: string, detail: string, ...actions: readonly string[]): Promise<string | undefined>;
  pick<T extends vscode.QuickPickItem>(items: readonly T[] | Promise<readonly T[]>, options: vscode.QuickPickOptions): Promise<T | undefined>;
  /** Questions of a series, with a way back. */
  askPick<T extends vscode.QuickPickItem>(step: PickStep<T>): Promise<Answered<readonly T[]>>;
  askText(step: TextStep): Promise<Answered<string>>;
  /** Asks for a folder of the machine the extension runs on. */
  pickFolder(title: string, start: vscode.Uri | undefined): Promise<vscode.Uri | undefined>;
  /** Opens a document in a text editor. */
  open(uri: vscode.Uri): Promise<void>;
  /** Shows a document in passing: the next one takes its tab. */
  peek(uri: vscode.Uri): Promise<void>;
  /** Shows two documents side by side, `after` to be read as a proposal. */
  diff(before: vscode.Uri, after: vscode.Uri, title: string): Promise<void>;
  execute(command: string, ...args: readonly unknown[]): Promise<unknown>;
  /** Applies all of the edit or nothing. */
  apply(edit: vscode.WorkspaceEdit): Promise<boolean>;
  /** Document of the active tab: also where it is too big for VS Code to hand its text to extensions. */
  activeDocument(): vscode.Uri | undefined;
  findFiles(glob: string, exclude: string, limit: number): Promise<readonly vscode.Uri[]>;
  exists(uri: vscode.Uri): Promise<boolean>;
}

export const ui: Ui = {
  mention: text => void vscode.window.setStatusBarMessage(text, 8000),
  tell: async (text, ...actions) => vscode.window.showInformationMessage(text, ...actions),
  warn: async (text, ...actions) => vscode.window.showWarningMessage(text, ...actions),
  confirm: async (text, detail, ...actions) => vscode.window.showWarningMessage(text, { modal: true, detail }, ...actions),
  pick: async (items, options) => vscode.window.showQuickPick(items, options),
  askPick,
  askText,
  pickFolder,
  open: async uri => void await vscode.window.showTextDocument(uri, { preview: false }),
  peek: async uri => void await vscode.window.showTextDocument(uri, { preview: true, preserveFocus: true }),
  diff: async (before, after, title) => void await vscode.commands.executeCommand('vscode.diff', before, after, title, { preview: true }),
  execute: async (command, ...args) => vscode.commands.executeCommand(command, ...args),
  apply: async edit => vscode.workspace.applyEdit(edit),
  activeDocument: () => vscode.window.activeTextEditor?.document.uri ?? activeTabUri(),
  findFiles: async (glob, exclude, limit) => vscode.workspace.findFiles(glob, exclude, limit),
  exists,
};

async function pickFolder(title: string, start: vscode.Uri | undefined): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false, canSelectFolders: true, canSelectMany: false, title, openLabel: title, ...(start && { defaultUri: start }),
  });
  return chosen?.[0];
}

/** Over 50 MiB a document has no text editor, but its tab has an address. */
function activeTabUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
