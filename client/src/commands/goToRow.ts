import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { showPlace } from '../views/shared/goTo.ts';
import type { Command } from './command.ts';

/**
 * Goes to a row by its number, in the text or in the preview of the rows, whichever is in front. The question comes at once, so that what is typed does not
 * land in the data; beyond the last row it goes to the last. Argument: the URI of the dataset; else the file in front.
 */
const goToRow: Command = {
  id: 'lintel.goToRow',
  async run(context, argument) {
    const title = vscode.l10n.t('Go to Row');
    const uri = await chooseDataset(context.ui, argument, title);
    const row = uri && await context.ui.askText({
      title, canGoBack: false, value: '', prompt: vscode.l10n.t('The number of a row; the header is not counted'),
      objection: text => (/^\s*0*[1-9]\d{0,14}\s*$/.test(text) ? undefined : vscode.l10n.t('A whole number from 1 on is needed')),
    });
    if (uri && typeof row === 'string') await showPlace(context, uri, { row: Number(row) - 1, column: -1 });
  },
};

export default goToRow;
