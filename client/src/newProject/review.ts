import * as vscode from 'vscode';
import { draftOf } from '../drafts.ts';
import { BACK } from '../quickSteps.ts';
import type { Answered } from '../quickSteps.ts';
import type { Ui } from '../vscodeApi.ts';
import { wordsOf } from './asking.ts';
import type { Drawing } from './drawing.ts';
import { freeFolder } from './folders.ts';
import { askAgain, promptsOf, stepsOf } from './questions.ts';
import type { Answers, WritePlan } from './scaffold.ts';
import { vscodeFiles } from './vscodeFiles.ts';

/** The summary: all answers, each of which can be changed; the files, each of which can be read; and the word to go. Nothing is written here. */
export async function review(ui: Ui, drawing: Drawing, title: string, answers: Answers): Promise<Answered<WritePlan>> {
  let given = answers;
  for (;;) {
    const planned = await planOf(ui, drawing, given);
    const picked = await ui.askPick({ ...frameOf(drawing, title, given), items: itemsOf(drawing, given, planned), chosen: () => false });
    if (picked === BACK || picked === undefined) return picked;
    const choice = picked[0]?.choice;
    if (choice === 'create' && typeof planned !== 'string') return planned;
    if (choice === 'files' && typeof planned !== 'string' && await showFiles(ui, title, planned) === undefined) return undefined;
    const prompt = promptsOf(drawing, given).find(candidate => candidate.question.id === choice);
    const again = prompt && await askAgain(ui, drawing, title, given, prompt);
    if (prompt && again === undefined) return undefined;
    if (again !== BACK && again !== undefined) given = again;
  }
}

/** What would be written where, or why the answers make no project. */
async function planOf(ui: Ui, drawing: Drawing, given: Answers): Promise<WritePlan | string> {
  const { scaffold, loaded, facts, template } = drawing;
  const rendered = scaffold.render(loaded, facts, given);
  if (scaffold.isRefused(rendered)) return rendered.reasons.map(reason => drawing.words(reason.message)).join(' ');
  const folder = await freeFolder(ui, drawing.parent, scaffold.folderName(String(scaffold.complete(template, facts, given)['name'] ?? facts.name)));
  return scaffold.planWrite(vscodeFiles, folder.toString(), rendered.value);
}

interface Item extends vscode.QuickPickItem {
  /** `create`, `files`, or the id of a question. */
  readonly choice: string;
}

function itemsOf(drawing: Drawing, given: Answers, planned: WritePlan | string): readonly Item[] {
  const answers = promptsOf(drawing, given).map(prompt => ({ label: prompt.question.ask, description: wordsOf(prompt), choice: prompt.question.id }));
  const separator = { label: vscode.l10n.t('Answers: choose one to change it'), kind: vscode.QuickPickItemKind.Separator, choice: '' };
  if (typeof planned === 'string') return [{ label: `$(error) ${planned}`, choice: '' }, separator, ...answers];
  const place = vscode.workspace.asRelativePath(vscode.Uri.parse(planned.folder));
  return [
    { label: `$(check) ${vscode.l10n.t('Create Project')}`, detail: vscode.l10n.t('{0} files in {1}', planned.files.length, place), choice: 'create' },
    { label: `$(list-tree) ${vscode.l10n.t('Show Files')}`, detail: vscode.l10n.t('Read them before anything is written'), choice: 'files' },
    separator,
    ...answers,
  ];
}

function frameOf(drawing: Drawing, title: string, given: Answers) {
  const last = stepsOf(drawing, given);
  return { title, step: last, totalSteps: last, canGoBack: true, placeholder: vscode.l10n.t('Create the project, or change an answer') };
}

/** The tree of the project; a chosen file opens as a draft beside the list, until the user goes back. */
async function showFiles(ui: Ui, title: string, plan: WritePlan): Promise<typeof BACK | undefined> {
  let opened = '';
  for (;;) {
    const items = plan.files.map(({ path, text }) => ({ label: `$(file) ${path}`, description: sizeOf(text), path, text }));
    const picked = await ui.askPick({
      title, canGoBack: true, items, chosen: item => item.path === opened, placeholder: vscode.l10n.t('Files of the project: choose one to read it'),
    });
    if (picked === BACK || picked === undefined) return picked;
    const file = picked[0];
    if (!file) continue;
    opened = file.path;
    await ui.peek(draftOf(vscode.Uri.joinPath(vscode.Uri.parse(plan.folder), file.path), file.text));
  }
}

const sizeOf = (text: string): string => vscode.l10n.t('{0} lines', text.split('\n').length - 1);
