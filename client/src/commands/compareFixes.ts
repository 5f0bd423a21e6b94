import * as vscode from 'vscode';
import { chooseJob, unsavedNotice } from '../benchmarkJob.ts';
import { showBenchmark, STUDY_REPEATS } from '../views/benchmark/view.ts';
import type { MendedCopyFacts } from '../../../server/src/protocol/messages.ts';
import type { BenchmarkJob } from '../../../server/src/protocol/training.ts';
import { BACK } from '../quickSteps.ts';
import type { Command, CommandContext } from './command.ts';

/** Trains the same network on a dataset as it is and on a copy in which fixes are made: did cleaning help? The file itself stays as it is. */
const compareFixes: Command = {
  id: 'lintel.compareFixes',
  needs: ['trust', 'machine'],
  async run(context, argument) {
    const job = await chooseJob(context, argument, title());
    if (!job) return;
    const uri = vscode.Uri.file(job.file).toString();
    const offer = await context.server.request('lintel/mendedCopy', { uri, rules: [], target: null });
    if ('refused' in offer) return void await context.ui.warn(offer.refused);
    const rules = await chooseRules(context, offer);
    if (rules === undefined) return;
    const copy = await makeCopy(context, job, rules);
    if (copy) showBenchmark(context, { ...job, study: { is: 'comparison', repeats: STUDY_REPEATS, other: copy } }, unsavedNotice(job));
  },
};

export default compareFixes;

const title = (): string => vscode.l10n.t('Compare Before and After Fixes');

/** Safe fixes are chosen already. */
async function chooseRules({ ui }: CommandContext, { rules }: MendedCopyFacts): Promise<readonly string[] | undefined> {
  if (rules.length === 0) return void await ui.tell(vscode.l10n.t('No finding in this file has a fix, so there is nothing to compare.'));
  const items = rules.map(({ rule, safe, places }): vscode.QuickPickItem & { readonly safe: boolean } => ({
    label: rule, safe,
    description: safe ? vscode.l10n.t('{0} places', places) : vscode.l10n.t('{0} places, to be judged by you', places),
  }));
  const chosen = await ui.askPick({
    title: title(), canGoBack: false, items, chosen: ({ safe }) => safe, many: true, placeholder: vscode.l10n.t('Which fixes should the copy have?'),
  });
  return chosen === BACK ? undefined : chosen?.map(({ label }) => label);
}

/** Copies lie in the extension's own storage; there is one at a time for each file. */
async function makeCopy({ extension, server, ui }: CommandContext, { file }: BenchmarkJob, rules: readonly string[]): Promise<{ file: string; deleted: readonly number[] } | undefined> {
  const folder = vscode.Uri.joinPath(extension.storageUri ?? extension.globalStorageUri, 'copies');
  await vscode.workspace.fs.createDirectory(folder);
  const target = vscode.Uri.joinPath(folder, file.split(/[\\/]/).pop() ?? 'copy.csv');
  const made = await server.request('lintel/mendedCopy', { uri: vscode.Uri.file(file).toString(), rules, target: target.toString() });
  if ('refused' in made) return void await ui.warn(made.refused);
  return { file: target.fsPath, deleted: made.deleted };
}
