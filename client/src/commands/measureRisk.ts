import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { restoreRisks, showRisk } from '../views/risk/view.ts';
import type { Command } from './command.ts';

/** Shows how easily people are found again in a dataset, and what would help. Argument: its URI; else the file in front. */
const measureRisk: Command = {
  id: 'lintel.measureRisk',
  prepare: restoreRisks,
  async run(context, argument) {
    const uri = await chooseDataset(context.ui, argument, vscode.l10n.t('Measure Re-identification Risk'));
    if (uri) showRisk(context, uri);
  },
};

export default measureRisk;
