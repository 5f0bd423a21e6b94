import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { previewRows as preview, providePreviews } from '../views/preview/view.ts';
import type { Command } from './command.ts';

/** Shows rows of a dataset that no editor shows as text, or of any other. Arguments: its URI, else the file in front; row from 0 and column, -1 for none. */
const previewRows: Command = {
  id: 'lintel.previewRows',
  prepare: providePreviews,
  async run(context, argument, row, column) {
    const uri = await chooseDataset(context.ui, argument, vscode.l10n.t('Preview Rows'));
    if (uri) await preview(context, uri, typeof row === 'number' ? { row, column: typeof column === 'number' ? column : -1 } : undefined);
  },
};

export default previewRows;
