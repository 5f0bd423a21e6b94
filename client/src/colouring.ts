import * as vscode from 'vscode';

/** Extensions that colour the columns of CSV files; two at once would fight over every cell. */
const RIVALS = ['mechatroner.rainbow-csv', 'ReprEng.csv'] as const;

const rivals = (): readonly string[] => RIVALS.filter(id => vscode.extensions.getExtension(id) !== undefined);

interface Item {
  readonly scopeUri?: string;
  readonly section?: string;
}

/** Answers to the server's questions for settings: while another extension colours the columns, Lintel does not, unless somebody asked for it. */
export function withoutRivals<T>(items: readonly Item[], answers: T): T | unknown[] {
  if (!Array.isArray(answers) || rivals().length === 0) return answers;
  return answers.map((answer: unknown, i) => {
    const { section, scopeUri } = items[i] ?? {};
    const isOurs = section === 'lintel' && typeof answer === 'object' && answer !== null && !isChosen(scopeUri);
    return isOurs ? { ...answer, colouring: 'off' } : answer;
  });
}

function isChosen(scopeUri: string | undefined): boolean {
  const chosen = vscode.workspace.getConfiguration('lintel', scopeUri === undefined ? null : vscode.Uri.parse(scopeUri)).inspect('colouring');
  return chosen?.globalValue !== undefined || chosen?.workspaceValue !== undefined || chosen?.workspaceFolderValue !== undefined;
}

/** Calls back when such an extension came or went. */
export function onRivalsChange(callback: () => void): vscode.Disposable {
  let before = rivals().join();
  return vscode.extensions.onDidChange(() => {
    if (rivals().join() === before) return;
    before = rivals().join();
    callback();
  });
}
