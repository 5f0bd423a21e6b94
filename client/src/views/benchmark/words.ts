import * as vscode from 'vscode';
import type { Words } from './messages.ts';

/** The page's words in the language of the editor. */
export function pageWords(): Words {
  return {
    cancel: vscode.l10n.t('Cancel'),
    save: vscode.l10n.t('Save Report…'),
    again: vscode.l10n.t('Run Again'),
    training: vscode.l10n.t('Run {0} of {1}: {2}, {3}', '{0}', '{1}', '{2}', '{3}'),
    reading: vscode.l10n.t('Reading the dataset…'),
    stopping: vscode.l10n.t('Stopping…'),
    finished: vscode.l10n.t('Finished.'),
    cancelled: vscode.l10n.t('Cancelled; what was measured until then is kept.'),
    loss: vscode.l10n.t('Loss'),
    xAxis: vscode.l10n.t('Horizontal axis'),
    byEpoch: vscode.l10n.t('Epochs'),
    bySeconds: vscode.l10n.t('Seconds of training'),
    seconds: vscode.l10n.t('Seconds'),
    curveValues: vscode.l10n.t('Curve values'),
    chart: vscode.l10n.t('Training and validation loss of every run; the same values are in the table below.'),
    legend: vscode.l10n.t('Curves shown'),
    noCurves: vscode.l10n.t('The curves appear with the first epoch.'),
    progress: vscode.l10n.t('Progress'),
    train: vscode.l10n.t('training'),
    validation: vscode.l10n.t('validation'),
    attempt: vscode.l10n.t('Try: {0}', '{0}'),
    earlier: vscode.l10n.t('Earlier runs in this panel'),
    change: vscode.l10n.t('Change'),
    asProposed: vscode.l10n.t('none'),
  };
}
