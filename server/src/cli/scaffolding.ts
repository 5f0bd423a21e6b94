import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { learnable } from '../engine/learnable.ts';
import { projectFiles } from '../host/node/projectFiles.ts';
import type * as Scaffold from '../scaffold/main.ts';
import type { Answers, Change, DatasetFacts, Library, LoadedTemplate, PlannedFile, Reason, Template, Written } from '../scaffold/main.ts';
import { mostSimilar } from '../util/similar.ts';
import { renderMessage } from '../words/render.ts';
import { checkSnapshot } from './check.ts';
import { complain, log, tell, write } from './output.ts';
import { failureOf } from './refusals.ts';
import type { NewInvocation, UpdateInvocation } from './scaffoldArguments.ts';
import { createSurroundings, uriOf } from './surroundings.ts';

/** `lintel new`: asks nothing, since every question has an answer on the command line or a default from the data. */
export async function newProject(invocation: NewInvocation): Promise<number> {
  const { templateId, data, output, locale } = invocation;
  const scaffold = loadScaffold();
  if (templateId === undefined || data === undefined) return listTemplates(scaffold, invocation);
  const loaded = await templateOf(scaffold, templateId, invocation);
  if (!('template' in loaded && 'files' in loaded)) return complain(loaded, locale);
  const surroundings = createSurroundings({ ...invocation, paths: [data] }, log);
  if ('length' in surroundings) return complain(surroundings, locale);
  const dataUri = folderOr(uriOf(resolve(data)), statSync(data, { throwIfNoEntry: false })?.isDirectory() === true);
  const snapshot = await checkSnapshot(dataUri, {}, surroundings);
  if (!snapshot || 'refused' in snapshot) return complain([failureOf(data, snapshot ?? { refused: 'unreadable' })], locale);
  const description = learnable(snapshot);
  if (!description) return complain([say`${name(data)} cannot be read as a table`], locale);
  const facts = scaffold.factsOf(description, scaffold.dataPath(uriOf(resolve(output ?? 'project')), dataUri));
  if (!scaffold.isFor(loaded.template, facts)) return complain([await unsuited(scaffold, templateId, data, facts, invocation)], locale);
  const answers = answersOf(scaffold, loaded.template, invocation.answers);
  if (!isAnswers(answers)) return complain(answers, locale);
  const folder = resolve(output ?? scaffold.folderName(String(scaffold.complete(loaded.template, facts, answers)['name'] ?? facts.name)));
  const rendered = scaffold.render(loaded, facts, answers);
  if (scaffold.isRefused(rendered)) return complain(rendered.reasons.map(inWords), locale);
  const files = projectFiles(uriOf(folder));
  const plan = await scaffold.planWrite(files, uriOf(folder), rendered.value);
  if (invocation.dryRun) return written(plan.files.map(file => say`${PLANNED[file.state]}  ${name(file.path)}`), locale);
  const inTheWay = plan.files.filter(({ state }) => state === 'different');
  if (inTheWay.length > 0 && !invocation.skipExisting) {
    return complain([...inTheWay.map(({ path }) => say`${name(path)} is there already`), say`Nothing was written; ${name('--skip-existing')} leaves these alone and writes the rest`], locale);
  }
  return done(await scaffold.carryOut(files, plan), folder, 0, locale);
}

/** `lintel update`: merges what the present version of a template would write with what became of a project. Exits with 1 where there are conflicts. */
export async function updateProject(invocation: UpdateInvocation): Promise<number> {
  const { locale } = invocation;
  const scaffold = loadScaffold();
  const folder = resolve(invocation.folder);
  const files = projectFiles(uriOf(folder));
  const made = await scaffold.readRecord(files, uriOf(folder));
  if (scaffold.isRefused(made)) return complain(made.reasons.map(inWords), locale);
  const loaded = await templateOf(scaffold, made.value.template, invocation);
  if (!('template' in loaded && 'files' in loaded)) return complain(loaded, locale);
  const absent = absentPart(loaded.template, invocation.add);
  if (absent) return complain([absent], locale);
  const given = invocation.add === undefined ? invocation.answers : new Map([...invocation.answers, [invocation.add, 'true']]);
  const answers = answersOf(scaffold, loaded.template, given);
  if (!isAnswers(answers)) return complain(answers, locale);
  const plan = await scaffold.planUpdate(files, uriOf(folder), made.value, loaded, answers);
  if (scaffold.isRefused(plan)) return complain(plan.reasons.map(inWords), locale);
  const { changes, from, to } = plan.value;
  const told = changes.filter(({ state }) => state !== 'record');
  if (changes.length === 0) return written([say`${name(invocation.folder)} is as ${name(loaded.template.id)} ${name(to)} writes it, but for changes of yours`], locale);
  await written([say`${name(loaded.template.id)} ${name(from)} to ${name(to)}`, ...told.map(({ state, path }) => say`${CHANGED[state]}  ${name(path)}`)], locale);
  const conflicts = told.filter(({ state }) => state === 'conflict').length;
  return invocation.dryRun ? 0 : done(await scaffold.carryOutUpdate(files, plan.value), folder, conflicts, locale);
}

/** A folder is known by its last character. */
const folderOr = (uri: string, isFolder: boolean): string => (isFolder ? `${uri}/` : uri);

/** Names the templates that take what this one does not. */
async function unsuited(scaffold: Loader, id: string, data: string, facts: DatasetFacts, sought: Sought): Promise<Message> {
  const fitting = scaffold.suitable((await libraries(scaffold, sought)).flatMap(({ templates }) => templates), facts);
  if (fitting.length === 0) return say`No template takes ${name(data)}: they read text with delimiters, folders of images and JSON Lines with conversations`;
  return say`${name(id)} does not take ${name(data)}; what does: ${list(fitting.map(each => name(each.id)))}`;
}

const PLANNED: Readonly<Record<PlannedFile['state'], Message>> = { new: say`new`, same: say`same`, different: say`in the way` };

const CHANGED: Readonly<Record<Change['state'], Message>> = {
  new: say`new`, replaced: say`replaced`, merged: say`merged`, conflict: say`conflict`, deleted: say`deleted`, left: say`left as it is`, record: say`record`,
};

type Loader = typeof Scaffold;

/** The scaffold is a bundle of its own beside this one. */
const loadScaffold = (): Loader => require(join(__dirname, 'scaffold.js'));

/** Templates of one's own come first; one with the id of ours stands in for it. */
const rootsOf = (own: readonly string[]): readonly string[] => [...own.map(folder => resolve(folder)), join(__dirname, '..', 'templates')].map(uriOf);

interface Sought { readonly templates: readonly string[]; readonly locale: string }

const libraries = (scaffold: Loader, { templates, locale }: Sought): Promise<readonly Library[]> =>
  Promise.all(rootsOf(templates).map(root => scaffold.listTemplates(projectFiles(root), root, scaffold.languageOf(locale))));

async function listTemplates(scaffold: Loader, sought: Sought): Promise<number> {
  const { locale } = sought;
  const found = await libraries(scaffold, sought);
  const all = found.flatMap(library => library.templates);
  await write(all.map(({ id, title, summary }) => `${id}\n  ${title}\n  ${summary}\n`).join(''));
  const reasons = found.flatMap(library => library.reasons);
  return reasons.length > 0 ? complain(reasons.map(inWords), locale) : 0;
}

async function templateOf(scaffold: Loader, id: string, { templates, locale }: Sought): Promise<LoadedTemplate | readonly Message[]> {
  const known: string[] = [];
  for (const root of rootsOf(templates)) {
    const files = projectFiles(root);
    const library = await scaffold.listTemplates(files, root, scaffold.languageOf(locale));
    const broken = library.reasons.filter(({ where }) => where === id || where.startsWith(`${id}:`));
    if (broken.length > 0) return broken.map(inWords);
    known.push(...library.templates.map(template => template.id));
    if (!known.includes(id)) continue;
    const loaded = await scaffold.loadTemplate(files, root, id, scaffold.languageOf(locale));
    return scaffold.isRefused(loaded) ? loaded.reasons.map(inWords) : loaded.value;
  }
  const meant = mostSimilar(id, known);
  return [meant === undefined ? say`There is no template ${name(id)}` : say`There is no template ${name(id)}; did you mean ${name(meant)}?`];
}

function answersOf(scaffold: Loader, { questions }: Template, given: ReadonlyMap<string, string>): Answers | readonly Message[] {
  const problems: Message[] = [];
  const answers: Record<string, Answers[string]> = {};
  for (const [id, text] of given) {
    const question = questions.find(each => each.id === id);
    const parsed = question && scaffold.parseAnswer(question, text);
    if (!parsed) problems.push(unknownQuestion(id, questions.map(each => each.id)));
    else if (scaffold.isRefused(parsed)) problems.push(...parsed.reasons.map(inWords));
    else answers[id] = parsed.value;
  }
  return problems.length > 0 ? problems : answers;
}

/** Why a part cannot be added; nothing where it can, or none is asked for. */
function absentPart({ id, questions }: Template, part: string | undefined): Message | undefined {
  const parts = questions.filter(question => question.type === 'boolean' && question.addable === true).map(question => question.id);
  if (part === undefined || parts.includes(part)) return undefined;
  if (parts.length === 0) return say`${name(id)} has no parts that could be added`;
  return say`${name(id)} has no part ${name(part)}; it has ${list(parts.map(each => name(each)))}`;
}

const isAnswers = (value: Answers | readonly Message[]): value is Answers => !Array.isArray(value);

function unknownQuestion(id: string, known: readonly string[]): Message {
  const meant = mostSimilar(id, known);
  return meant === undefined ? say`The template has no question ${name(id)}` : say`The template has no question ${name(id)}; did you mean ${name(meant)}?`;
}

const inWords = ({ where, message }: Reason): Message => say`${name(where)}: ${message}`;

async function written(lines: readonly Message[], locale: string): Promise<number> {
  await write(lines.map(line => `${renderMessage(line, { locale })}\n`).join(''));
  return 0;
}

function done({ kept, failed }: Written, folder: string, conflicts: number, locale: string): number {
  const problems = [...failed.map(({ path, refusal }) => failureOf(path, refusal)), ...kept.map(path => say`${name(path)} was changed meanwhile and is left as it is`)];
  if (failed.length > 0) return complain(problems, locale);
  for (const problem of problems) tell(problem, locale);
  tell(say`${name(folder)} is written`, locale);
  if (conflicts > 0) tell(say`Look for the markers ${name('<<<<<<<')} and decide what is to stay`, locale);
  return conflicts > 0 ? 1 : 0;
}
