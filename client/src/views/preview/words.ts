import * as vscode from 'vscode';
import type { Words } from './messages.ts';

/** The page's words in the language of the editor. */
export function pageWords(): Words {
  return {
    scanning: vscode.l10n.t('Reading the dataset…'),
    progress: vscode.l10n.t('Progress'),
    rowsOf: vscode.l10n.t('Rows {0} to {1} of {2}', '{0}', '{1}', '{2}'),
    goToRow: vscode.l10n.t('Go to row'),
    goToColumn: vscode.l10n.t('Go to column'),
    go: vscode.l10n.t('Go'),
    previous: vscode.l10n.t('Previous'),
    next: vscode.l10n.t('Next'),
    unmask: vscode.l10n.t('Show personal values'),
    noRows: vscode.l10n.t('The table has no rows.'),
    rows: vscode.l10n.t('Rows'),
    row: vscode.l10n.t('Row'),
    absent: vscode.l10n.t('no cell'),
    masked: vscode.l10n.t('masked'),
    empty: vscode.l10n.t('(empty)'),
  };
}
