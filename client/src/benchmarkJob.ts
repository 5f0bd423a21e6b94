import * as vscode from 'vscode';
import { jobFor, jobForImages, jobForRows } from '../../server/src/bench/job.ts';
import type { ColumnFacts, DatasetFacts } from '../../server/src/protocol/messages.ts';
import type { BenchmarkJob } from '../../server/src/protocol/training.ts';
import { chooseDataset } from './chooseDataset.ts';
import type { CommandContext } from './commands/command.ts';
import type { Ui } from './vscodeApi.ts';

/** Asks for what a benchmark needs to know and no description says: the dataset, and the column to predict. Nothing where the user turned back. */
export async function chooseJob(context: CommandContext, argument: unknown, title: string): Promise<BenchmarkJob | undefined> {
  const uri = await chooseDataset(context.ui, argument, title);
  if (!uri) return undefined;
  const shared = (data: vscode.Uri) => ({
    packages: [(vscode.workspace.getWorkspaceFolder(data)?.uri ?? vscode.Uri.joinPath(data, '..')).fsPath, context.extension.globalStorageUri.fsPath],
    locale: vscode.env.language,
  });
  if (await isFolder(uri)) return { ...jobForImages(uri.fsPath), ...shared(uri) };
  const facts = await context.server.request('lintel/dataset', { uri: uri.toString() });
  if ('refused' in facts) return void await context.ui.warn(facts.refused);
  const data = vscode.Uri.parse(facts.uri);
  if (data.scheme !== 'file') return void await context.ui.warn(vscode.l10n.t('A benchmark reads the dataset from disk. Save it there first.'));
  const target = await chooseTarget(context.ui, facts, title);
  if (target === undefined) return undefined;
  const known = { ...facts, file: data.fsPath };
  return { ...(target === ROWS ? jobForRows(known) : jobFor(known, target)), ...shared(data) };
}

/** Chosen instead of a column; no column is called nothing. */
const ROWS = '';

const isFolder = async (uri: vscode.Uri): Promise<boolean> => {
  const facts = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
  return uri.scheme === 'file' && facts !== undefined && (facts.type & vscode.FileType.Directory) !== 0;
};

/** Said where the editor shows something else than is measured. */
export function unsavedNotice({ file }: BenchmarkJob): string {
  const data = vscode.Uri.file(file).toString();
  const isDirty = vscode.workspace.textDocuments.some(open => open.uri.toString() === data && open.isDirty);
  return isDirty ? vscode.l10n.t('The file has unsaved changes; the version on disk is measured.') : '';
}

async function chooseTarget(ui: Ui, { columns, ml, mlDeclared }: DatasetFacts, title: string): Promise<string | undefined> {
  if (mlDeclared && ml.target !== undefined) return ml.target;
  const items = columns.filter(column => column.distinct > 1).map(column => ({
    label: column.name,
    column: column.name,
    description: column.name === ml.target ? vscode.l10n.t('suggested') : '',
    detail: describe(column),
  }));
  if (items.length === 0) return void await ui.warn(vscode.l10n.t('No column has more than one value, so there is nothing to predict.'));
  const first = (name: string): number => (name === ml.target ? 0 : 1);
  items.sort((a, b) => first(a.label) - first(b.label));
  if (columns.filter(({ type }) => type === 'number' || type === 'integer').length > 1) {
    items.push({ label: vscode.l10n.t('No column'), description: '', detail: vscode.l10n.t('Learn to make rows like these instead'), column: ROWS });
  }
  return (await ui.pick(items, { title, placeHolder: vscode.l10n.t('Which column should the models predict?'), matchOnDetail: true }))?.column;
}

const describe = ({ type, distinct, missing }: ColumnFacts): string => vscode.l10n.t('{0}, {1} different values, {2} missing', type, distinct, missing);
