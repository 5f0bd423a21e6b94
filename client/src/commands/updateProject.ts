import * as vscode from 'vscode';
import { draftOf } from '../drafts.ts';
import { loadScaffold } from '../newProject/scaffold.ts';
import type { Change, Scaffold, UpdatePlan } from '../newProject/scaffold.ts';
import { allTemplates, loadPlaced } from '../newProject/templates.ts';
import { vscodeFiles } from '../newProject/vscodeFiles.ts';
import { BACK } from '../quickSteps.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command, CommandContext } from './command.ts';

/** Merges what the present version of a template would write with what became of a project. */
const updateProject: Command = {
  id: 'lintel.updateProject',
  needs: ['trust', 'machine'],
  async run(context) {
    const { ui, extension } = context;
    const title = vscode.l10n.t('Update Project');
    const folder = await chooseProject(ui, title);
    if (!folder) return;
    const scaffold = loadScaffold(extension.asAbsolutePath('out/scaffold.js'));
    const plan = await planOf(context, scaffold, folder);
    if (!plan) return;
    const visible = plan.changes.filter(({ state }) => state !== 'record');
    if (visible.length === 0) return void await ui.tell(vscode.l10n.t('The project is up to date with version {0} of its template.', plan.to));
    const unsaved = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && visible.some(({ path }) => at(plan, path).toString() === uri.toString()));
    if (unsaved.length > 0) return void await ui.warn(vscode.l10n.t('Save {0} first: it would be changed.', unsaved.map(({ uri }) => vscode.workspace.asRelativePath(uri)).join(', ')));
    if (await review(ui, title, plan, visible)) await carryOut(context, scaffold, plan);
  },
};

export default updateProject;

/** The project in the workspace that was made from a template; one of them where there are several. */
async function chooseProject(ui: Ui, title: string): Promise<vscode.Uri | undefined> {
  const records = await ui.findFiles('**/.lintel/answers.yaml', '**/node_modules/**', 100);
  const folders = records.map(record => vscode.Uri.joinPath(record, '..', '..'));
  if (folders.length === 0) await ui.tell(vscode.l10n.t('No project in this workspace was made from a template.'));
  if (folders.length < 2) return folders[0];
  const items = folders.map(folder => ({ label: vscode.workspace.asRelativePath(folder), folder })).sort((a, b) => (a.label < b.label ? -1 : 1));
  return (await ui.pick(items, { title, placeHolder: vscode.l10n.t('Choose a project') }))?.folder;
}

async function planOf(context: CommandContext, scaffold: typeof Scaffold, folder: vscode.Uri): Promise<UpdatePlan | undefined> {
  const warn = (reasons: readonly { readonly message: Parameters<typeof scaffold.renderMessage>[0] }[]): void =>
    void context.ui.warn(reasons.map(({ message }) => scaffold.renderMessage(message, { locale: vscode.env.language })).join(' '));
  const made = await scaffold.readRecord(vscodeFiles, folder.toString());
  if (scaffold.isRefused(made)) return void warn(made.reasons);
  const placed = (await allTemplates(context, scaffold)).find(({ template }) => template.id === made.value.template);
  if (!placed) return void await context.ui.warn(vscode.l10n.t('There is no template {0} any more. Is the setting “lintel.templates” complete?', made.value.template));
  const loaded = await loadPlaced(context, scaffold, placed);
  if (!loaded) return undefined;
  const plan = await scaffold.planUpdate(vscodeFiles, folder.toString(), made.value, loaded);
  return scaffold.isRefused(plan) ? void warn(plan.reasons) : plan.value;
}

interface Item extends vscode.QuickPickItem {
  readonly change?: Change;
}

/** All changes; a chosen one is shown as a comparison, until the user agrees or leaves. */
async function review(ui: Ui, title: string, plan: UpdatePlan, changes: readonly Change[]): Promise<boolean> {
  const go: Item = { label: `$(check) ${title}`, detail: vscode.l10n.t('Files: {0}; from version {1} to {2}', changes.length, plan.from, plan.to) };
  const items: readonly Item[] = [
    go, { label: vscode.l10n.t('Changes: choose one to see it'), kind: vscode.QuickPickItemKind.Separator },
    ...changes.map(change => ({ label: change.path, description: wordsOf(change.state), change })),
  ];
  let shown = '';
  for (;;) {
    const picked = await ui.askPick({ title, canGoBack: false, items, chosen: ({ change }) => change?.path === shown, placeholder: vscode.l10n.t('Update the project, or look at a change') });
    if (picked === BACK || picked === undefined) return false;
    const change = picked[0]?.change;
    if (!change) return true;
    shown = change.path;
    await show(ui, plan, change);
  }
}

async function show(ui: Ui, plan: UpdatePlan, { path, present, text }: Change): Promise<void> {
  const uri = at(plan, path);
  if (present === undefined) return ui.peek(draftOf(uri, text ?? ''));
  await ui.diff(uri, draftOf(uri, text ?? present), vscode.l10n.t('{0} (now and after the update)', path));
}

const at = ({ folder }: UpdatePlan, path: string): vscode.Uri => vscode.Uri.joinPath(vscode.Uri.parse(folder), path);

function wordsOf(state: Change['state']): string {
  switch (state) {
    case 'new': return vscode.l10n.t('new');
    case 'replaced': return vscode.l10n.t('replaced: you did not change it');
    case 'merged': return vscode.l10n.t('merged with your changes');
    case 'conflict': return vscode.l10n.t('conflict: both changed the same lines');
    case 'deleted': return vscode.l10n.t('deleted: the template has it no more');
    case 'left': case 'record': return vscode.l10n.t('left as it is');
  }
}

/** Files that changed meanwhile are left alone, and the user is told; conflicts are opened. */
async function carryOut({ ui, server }: CommandContext, scaffold: typeof Scaffold, plan: UpdatePlan): Promise<void> {
  const { written, kept, failed } = await scaffold.carryOutUpdate(vscodeFiles, plan);
  for (const { path, refusal } of failed) server.log.error(`${path}: ${refusal.detail}`);
  const [conflict, ...others] = plan.changes.filter(({ path, state }) => state === 'conflict' && written.includes(path));
  if (conflict) await ui.open(at(plan, conflict.path));
  if (kept.length + failed.length > 0) {
    return void await ui.warn(vscode.l10n.t('Updated: {0}. Left alone because it was changed meanwhile: {1}. Failed: {2}.', written.length, kept.length, failed.length));
  }
  if (conflict) return void await ui.warn(vscode.l10n.t('The project is updated. {0} files have conflicts that you must resolve.', others.length + 1));
  await ui.tell(vscode.l10n.t('The project is updated to version {0} of its template.', plan.to));
}
