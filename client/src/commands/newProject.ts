import * as vscode from 'vscode';
import { chooseDataset } from '../chooseDataset.ts';
import { drawingAt } from '../newProject/drawing.ts';
import type { Drawing } from '../newProject/drawing.ts';
import { askPlace } from '../newProject/place.ts';
import { askAll, stepsOf } from '../newProject/questions.ts';
import { review } from '../newProject/review.ts';
import { loadScaffold } from '../newProject/scaffold.ts';
import type { Answers, LoadedTemplate, Scaffold, WritePlan } from '../newProject/scaffold.ts';
import { allTemplates, loadPlaced } from '../newProject/templates.ts';
import type { Placed } from '../newProject/templates.ts';
import { vscodeFiles } from '../newProject/vscodeFiles.ts';
import { BACK } from '../quickSteps.ts';
import type { Ui } from '../vscodeApi.ts';
import type { Command, CommandContext } from './command.ts';
import type { DatasetFacts } from '../../../server/src/protocol/messages.ts';

/** Draws up a training project for a dataset in a few questions, shows it, and writes it into a new folder. */
const newProject: Command = {
  id: 'lintel.newProject',
  needs: ['trust', 'machine'],
  async run(context, argument) {
    const title = vscode.l10n.t('New Training Project');
    const chosen = await chooseDataset(context.ui, argument, title);
    if (!chosen) return;
    const data = await asFolder(chosen);
    const dataset = await context.server.request('lintel/dataset', { uri: data.toString() });
    if ('refused' in dataset) return void await context.ui.warn(dataset.refused);
    const scaffold = loadScaffold(context.extension.asAbsolutePath('out/scaffold.js'));
    const loaded = await chooseTemplate(context, scaffold, title, dataset);
    if (!loaded) return;
    const agreed = await drawUp(context.ui, title, dataset, loaded, scaffold);
    if (agreed) await write(context, scaffold, agreed);
  },
};

export default newProject;

/** A folder of images is known by the last character of its URI. */
async function asFolder(uri: vscode.Uri): Promise<vscode.Uri> {
  // A document that was never saved has no facts on disk, and is no folder.
  const facts = await Promise.resolve(vscode.workspace.fs.stat(uri)).catch(() => undefined);
  return facts?.type === vscode.FileType.Directory && !uri.path.endsWith('/') ? uri.with({ path: `${uri.path}/` }) : uri;
}

/** Of the templates that take the dataset, those for what is particular about it come first. */
async function chooseTemplate(context: CommandContext, scaffold: typeof Scaffold, title: string, dataset: DatasetFacts): Promise<LoadedTemplate | undefined> {
  const facts = scaffold.factsOf(dataset.description, '');
  const all = await allTemplates(context, scaffold);
  const taking = new Set(scaffold.suitable(all.map(({ template }) => template), facts));
  const templates = [...taking].flatMap(template => all.filter(placed => placed.template === template));
  if (templates.length === 0) {
    await context.ui.tell(vscode.l10n.t('No template takes this file: they read text with delimiters, folders of images and JSON Lines with conversations.'));
    return undefined;
  }
  const placed = templates.length > 1 ? await pickTemplate(context.ui, title, templates) : templates[0];
  return placed && loadPlaced(context, scaffold, placed);
}

async function pickTemplate(ui: Ui, title: string, templates: readonly Placed[]): Promise<Placed | undefined> {
  const items = templates.map(placed => ({ label: placed.template.title, detail: placed.template.summary, placed }));
  return (await ui.pick(items, { title, placeHolder: vscode.l10n.t('Choose a template'), ignoreFocusOut: true }))?.placed;
}

/** Place, questions, summary; from each of them one step back. */
async function drawUp(ui: Ui, title: string, dataset: DatasetFacts, loaded: LoadedTemplate, scaffold: typeof Scaffold) {
  let answers: Answers = {};
  for (;;) {
    const data = vscode.Uri.parse(dataset.uri);
    const steps = stepsOf(drawingAt(vscode.Uri.joinPath(data, '..'), dataset, loaded, scaffold), answers);
    const parent = await askPlace(ui, title, data, steps);
    if (parent === undefined || parent === BACK) return undefined;
    const drawing = drawingAt(parent, dataset, loaded, scaffold);
    const outcome = await questionsAndReview(ui, drawing, title, answers);
    if (!('back' in outcome)) return outcome.plan;
    answers = outcome.back;
  }
}

type Drawn = { readonly plan: WritePlan | undefined } | { readonly back: Answers };

async function questionsAndReview(ui: Ui, drawing: Drawing, title: string, before: Answers): Promise<Drawn> {
  let answers = before;
  for (;;) {
    const given = await askAll(ui, drawing, title, answers);
    if (given === BACK) return { back: answers };
    if (given === undefined) return { plan: undefined };
    answers = given;
    const plan = await review(ui, drawing, title, given);
    if (plan !== BACK) return { plan };
  }
}

/** Writes what was agreed on. Files that came into being meanwhile are left alone, and the user is told. */
async function write({ ui, server }: CommandContext, scaffold: typeof Scaffold, plan: WritePlan): Promise<void> {
  const { written, kept, failed } = await scaffold.carryOut(vscodeFiles, plan);
  for (const { path, refusal } of failed) server.log.error(`${path}: ${refusal.detail}`);
  const folder = vscode.Uri.parse(plan.folder);
  if (kept.length + failed.length > 0) {
    const text = vscode.l10n.t('Written: {0}. Left alone because something was there: {1}. Failed: {2}.', written.length, kept.length, failed.length);
    return void await ui.warn(text);
  }
  await ui.open(vscode.Uri.joinPath(folder, 'README.md'));
  const openFolder = vscode.l10n.t('Open Folder');
  const text = vscode.l10n.t('The project is in {0}.', vscode.workspace.asRelativePath(folder));
  if (await ui.tell(text, openFolder) === openFolder) await ui.execute('vscode.openFolder', folder, { forceNewWindow: true });
}
