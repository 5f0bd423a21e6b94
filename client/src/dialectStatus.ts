import * as vscode from 'vscode';
import type { DialectFacts } from '../../server/src/protocol/messages.ts';
import { tableSelector } from './documents.ts';
import type { Server } from './languageClient.ts';
import type { Reports } from './reports.ts';
import { nameOfDelimiter, nameOfEncoding } from './dialectWords.ts';

/** The language status that says how the table in front is read, and where to change that. */
export function showDialect(server: Server, reports: Reports): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('lintel.dialect', tableSelector());
  item.name = vscode.l10n.t('Lintel: Dialect');
  item.command = { command: 'lintel.changeDialect', title: vscode.l10n.t('Change Dialect…') };
  const update = () => render(item, reports.active()?.dialect ?? undefined);
  update();
  return vscode.Disposable.from(item, vscode.window.onDidChangeActiveTextEditor(update), server.onStatus(update));
}

function render(item: vscode.LanguageStatusItem, dialect: DialectFacts | undefined): void {
  if (!dialect || dialect.delimiter === '') {
    item.text = vscode.l10n.t('Dialect: not known yet');
    item.detail = '';
    return;
  }
  const { delimiter, quote, header, encoding } = dialect;
  item.text = vscode.l10n.t('Delimiter: {0}', nameOfDelimiter(delimiter));
  item.detail = [
    quote === null ? vscode.l10n.t('no quotes') : vscode.l10n.t('quote {0}', quote),
    header ? vscode.l10n.t('header') : vscode.l10n.t('no header'),
    nameOfEncoding(encoding),
  ].join(' · ');
}
