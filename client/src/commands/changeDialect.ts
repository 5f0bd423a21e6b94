import * as vscode from 'vscode';
import type { DialectChange, DialectFacts } from '../../../server/src/protocol/messages.ts';
import { DELIMITERS, ENCODINGS, nameOfDelimiter, nameOfEncoding } from '../dialectWords.ts';
import { meantDocument } from '../chooseDataset.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command, CommandContext } from './command.ts';

type Part = DialectChange['part'];
interface PartItem extends vscode.QuickPickItem { readonly part: Part }
interface ValueItem extends vscode.QuickPickItem { readonly value?: string | boolean; readonly ask?: true }

/** Says how a file is to be read, where the whole project sees it: in its description or in the configuration. Argument: its URI; else the file in front. */
const changeDialect: Command = {
  id: 'lintel.changeDialect',
  needs: ['trust'],
  async run({ server, ui }, argument) {
    const uri = meantDocument(ui, argument);
    if (!uri) return void await ui.tell(vscode.l10n.t('Open a CSV or TSV file first.'));
    const facts = await server.request('lintel/dataset', { uri: uri.toString() });
    if ('refused' in facts) return void await ui.warn(facts.refused);
    if (facts.dialect.delimiter === '') return void await ui.tell(vscode.l10n.t('Open a CSV or TSV file first.'));
    const change = await askForChange(ui, facts.dialect);
    if (change) await write({ server, ui }, uri, change);
  },
};

export default changeDialect;

async function askForChange(ui: Ui, dialect: DialectFacts): Promise<DialectChange | undefined> {
  const part = (await ui.pick(partsOf(dialect), { title: vscode.l10n.t('Change Dialect'), placeHolder: vscode.l10n.t('What is read in the wrong way?') }))?.part;
  if (!part) return undefined;
  const choices = [...choicesOf(part), ...(dialect.declared.includes(part) ? [detected()] : [])];
  const choice = await ui.pick(choices, { title: vscode.l10n.t('Change Dialect') });
  if (!choice) return undefined;
  const value = choice.ask ? await askForCharacter() : choice.value;
  if (choice.ask && value === undefined) return undefined;
  return { part, ...(value !== undefined && { value }) };
}

function partsOf({ delimiter, quote, header, encoding, declared }: DialectFacts): readonly PartItem[] {
  const item = (part: Part, label: string, now: string): PartItem => ({
    part, label, description: now, ...(declared.includes(part) ? {} : { detail: vscode.l10n.t('detected') }),
  });
  return [
    item('delimiter', vscode.l10n.t('Delimiter'), nameOfDelimiter(delimiter)),
    item('quote', vscode.l10n.t('Quote'), quote ?? vscode.l10n.t('none')),
    item('header', vscode.l10n.t('Header'), header ? vscode.l10n.t('the first row names the columns') : vscode.l10n.t('the first row is data')),
    item('encoding', vscode.l10n.t('Encoding'), nameOfEncoding(encoding)),
  ];
}

function choicesOf(part: Part): readonly ValueItem[] {
  switch (part) {
    case 'delimiter': return [...DELIMITERS.map(value => ({ label: nameOfDelimiter(value), value })), { label: vscode.l10n.t('Another character…'), ask: true }];
    case 'quote': return [{ label: '"', value: '"' }, { label: "'", value: "'" }, { label: vscode.l10n.t('none'), value: '' }];
    case 'header': return [
      { label: vscode.l10n.t('the first row names the columns'), value: true }, { label: vscode.l10n.t('the first row is data'), value: false },
    ];
    case 'encoding': return ENCODINGS.map(value => ({ label: nameOfEncoding(value), value }));
  }
}

const detected = (): ValueItem => ({ label: vscode.l10n.t('Detect it again') });

async function askForCharacter(): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Change Dialect'), prompt: vscode.l10n.t('The one character between cells'),
    validateInput: text => (/^[\x20-\x7e]$/.test(text) ? undefined : vscode.l10n.t('One ASCII character')),
  });
}

/** The check that follows shows what came of it. */
async function write({ server, ui }: Pick<CommandContext, 'server' | 'ui'>, uri: vscode.Uri, change: DialectChange): Promise<void> {
  const answer = await server.request('lintel/changeDialect', { uri: uri.toString(), change });
  if ('refused' in answer) return void await ui.warn(answer.refused);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(answer.changed));
  await document.save();
  ui.mention(vscode.l10n.t('Written to {0}', vscode.workspace.asRelativePath(document.uri)));
}
