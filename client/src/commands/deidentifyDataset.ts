import * as vscode from 'vscode';
import type { DeidentifyFacts, DeidentifyOffer, DeidentifyParams } from '../../../server/src/protocol/deidentify.ts';
import { chooseDataset } from '../chooseDataset.ts';
import { keysFor } from '../deidentify/keys.ts';
import { planOf, type Wishes } from '../deidentify/plan.ts';
import { askTreatments, askClasses, showPreview } from '../deidentify/steps.ts';
import { BACK } from '../quickSteps.ts';
import type { Command, CommandContext } from './command.ts';

/** Makes a copy of a dataset that points at nobody. Argument: its URI; else the file in front. */
const deidentifyDataset: Command = {
  id: 'lintel.deidentifyDataset',
  needs: ['trust', 'machine'],
  async run(context, argument) {
    const { ui, server } = context;
    const uri = await chooseDataset(ui, argument, title());
    if (!uri) return;
    if (vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString() && document.isDirty)) {
      return void await ui.warn(vscode.l10n.t('Save the file first: its copy is made from what is on disk.'));
    }
    const offer = await server.request('lintel/deidentifyOffer', { uri: uri.toString() });
    if ('refused' in offer) return void await ui.warn(offer.refused);
    await askAndWrite(context, offer);
  },
};

export default deidentifyDataset;

const title = (): string => vscode.l10n.t('De-identify Dataset');

/** Questions one after the other, each with a way back, up to the preview; only its last item writes. */
async function askAndWrite(context: CommandContext, offer: DeidentifyOffer): Promise<void> {
  let wishes: Wishes = { treatments: new Map(offer.columns.map(({ name, suggested }) => [name, suggested])), quasiIdentifiers: [], k: 0 };
  for (let step: 'columns' | 'classes' | 'preview' = 'columns'; ;) {
    if (step === 'columns') {
      const treatments = await askTreatments(context.ui, offer, wishes.treatments, title());
      if (!treatments) return;
      wishes = { ...wishes, treatments };
      step = 'classes';
    } else if (step === 'classes') {
      const classes = await askClasses(context.ui, offer, wishes, title());
      if (!classes) return;
      if (classes !== BACK) wishes = { ...wishes, ...classes };
      step = classes === BACK ? 'columns' : 'preview';
    } else {
      const chosen = await preview(context, offer, wishes);
      if (chosen !== BACK) return;
      step = 'classes';
    }
  }
}

/** Counts what would come of it, shows that, and writes where the user says so. */
async function preview(context: CommandContext, offer: DeidentifyOffer, wishes: Wishes): Promise<typeof BACK | undefined> {
  const { ui } = context;
  const keys = await keysFor(context, wishes, title());
  if (keys === undefined || keys === BACK) return keys;
  const params = { uri: offer.uri, plan: planOf(wishes), target: null, over: false, keys };
  const facts = await request(context, params);
  if (!facts) return undefined;
  if ('refused' in facts) {
    await ui.warn(facts.refused);
    return BACK;
  }
  const chosen = await showPreview(ui, facts, title());
  if (chosen === BACK) return BACK;
  if (chosen) await write(context, offer, params);
  return undefined;
}

async function write(context: CommandContext, { target: usual }: DeidentifyOffer, params: DeidentifyParams): Promise<void> {
  const { ui } = context;
  const target = await vscode.window.showSaveDialog({ title: title(), defaultUri: vscode.Uri.parse(usual), saveLabel: vscode.l10n.t('Write Copy') });
  if (!target) return;
  // The dialog has asked whether what is there may go; what is beside it is asked about here.
  let answer = await request(context, { ...params, target: target.toString(), over: await ui.exists(target) });
  if (answer && 'refused' in answer) {
    if (!await mayReplaceBeside(ui, target, answer.refused)) return void await ui.warn(answer.refused);
    answer = await request(context, { ...params, target: target.toString(), over: true });
  }
  if (!answer) return;
  if ('refused' in answer) return void await ui.warn(answer.refused);
  const [copy, ...beside] = answer.written.map(uri => vscode.Uri.parse(uri));
  if (copy) await ui.open(copy);
  const record = beside.at(-1);
  const showRecord = vscode.l10n.t('Show Record');
  const text = [vscode.l10n.t('{0} rows written.', answer.rows.written.toLocaleString()), ...answer.notes.map(note => `${note}.`)].join(' ');
  if (await ui.tell(text, showRecord) === showRecord && record) await ui.open(record);
}

/** Whether the description and the record of an earlier copy are in the way, and may go. */
async function mayReplaceBeside(ui: CommandContext['ui'], target: vscode.Uri, why: string): Promise<boolean> {
  const file = target.path.slice(target.path.lastIndexOf('/') + 1);
  const names = [`${file}.audit.json`, `${file.replace(/(?:\.[a-z]+)?(?:\.gz)?$/i, '')}.datapackage.json`];
  const there = await Promise.all(names.map(name => ui.exists(vscode.Uri.joinPath(target, '..', name))));
  const replace = vscode.l10n.t('Replace');
  return there.some(Boolean) && await ui.confirm(why, vscode.l10n.t('The description and the record beside the copy would be replaced.'), replace) === replace;
}

/** Keys are in the request, so nothing of it may get into a log. */
const request = ({ server }: CommandContext, params: DeidentifyParams): Thenable<DeidentifyFacts | { readonly refused: string } | undefined> =>
  vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: title(), cancellable: true }, async (_, token) => {
    try {
      return await server.requestSecretly('lintel/deidentify', params, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
