import * as vscode from 'vscode';
import type { ColumnFacts, DatasetFacts } from '../../../server/src/protocol/messages.ts';
import type { BenchmarkJob } from '../../../server/src/protocol/training.ts';
import { chooseDataset } from '../chooseDataset.ts';
import { restoreBenchmarks, showBenchmark } from '../views/benchmark/view.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command } from './command.ts';

/** Trains small models on a dataset and shows how well and how fast they learn. Asks for the target only where no description names it. */
const benchmarkTraining: Command = {
  id: 'lintel.benchmarkTraining',
  needs: ['trust', 'machine'],
  prepare: restoreBenchmarks,
  async run(context, argument) {
    const title = vscode.l10n.t('Benchmark Training');
    const uri = await chooseDataset(context.ui, argument, title);
    if (!uri) return;
    const facts = await context.server.request('lintel/dataset', { uri: uri.toString() });
    if ('refused' in facts) return void await context.ui.warn(facts.refused);
    const data = vscode.Uri.parse(facts.uri);
    if (data.scheme !== 'file') return void await context.ui.warn(vscode.l10n.t('A benchmark reads the dataset from disk. Save it there first.'));
    const target = await chooseTarget(context.ui, facts, title);
    if (target === undefined) return;
    const job = jobFor(data, facts, target, context.extension.globalStorageUri);
    showBenchmark(context, job, isDirty(data) ? vscode.l10n.t('The file has unsaved changes; the version on disk is measured.') : '');
  },
};

export default benchmarkTraining;

async function chooseTarget(ui: Ui, { columns, ml, mlDeclared }: DatasetFacts, title: string): Promise<string | undefined> {
  if (mlDeclared && ml.target !== undefined) return ml.target;
  const items = columns.filter(column => column.distinct > 1).map(column => ({
    label: column.name,
    description: column.name === ml.target ? vscode.l10n.t('suggested') : '',
    detail: describe(column),
  }));
  if (items.length === 0) return void await ui.warn(vscode.l10n.t('No column has more than one value, so there is nothing to predict.'));
  const first = (name: string): number => (name === ml.target ? 0 : 1);
  items.sort((a, b) => first(a.label) - first(b.label));
  return (await ui.pick(items, { title, placeHolder: vscode.l10n.t('Which column should the models predict?'), matchOnDetail: true }))?.label;
}

const describe = ({ type, distinct, missing }: ColumnFacts): string => vscode.l10n.t('{0}, {1} different values, {2} missing', type, distinct, missing);

/** What the server knows of the dataset is what the models are told. */
function jobFor(data: vscode.Uri, { columns, ml, mlDeclared, dialect, missingValues }: DatasetFacts, target: string, storage: vscode.Uri): BenchmarkJob {
  const folder = vscode.workspace.getWorkspaceFolder(data)?.uri ?? vscode.Uri.joinPath(data, '..');
  const { task, features, ignore, group, time } = ml;
  return {
    file: data.fsPath,
    target,
    reading: {
      delimiter: dialect.delimiter, header: dialect.header, encoding: dialect.encoding, nullTokens: missingValues,
      ...(dialect.quote !== null && { quote: dialect.quote }),
    },
    personal: columns.filter(column => column.personal).map(column => column.name),
    ...(mlDeclared && {
      ...(task !== undefined && { task }), ...(features && { features }), ...(ignore && { ignore }),
      ...(group !== undefined && { group }), ...(time !== undefined && { time }),
    }),
    packages: [folder.fsPath, storage.fsPath],
    locale: vscode.env.language,
  };
}

const isDirty = (data: vscode.Uri): boolean => vscode.workspace.textDocuments.some(open => open.uri.toString() === data.toString() && open.isDirty);
