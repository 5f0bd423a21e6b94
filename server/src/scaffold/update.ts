import { isRefusal } from '../core/host.ts';
import type { Refusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { objection } from './check.ts';
import type { DatasetFacts } from './facts.ts';
import { join, readText } from './files.ts';
import { isSameText, merge } from './merge.ts';
import { isRefused, refuse } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import type { ProjectFiles, Written } from './plan.ts';
import { complete, prompts } from './questions.ts';
import { ANSWERS_FILE, BASE_FILE, type Made } from './record.ts';
import { render } from './render.ts';
import type { LoadedTemplate } from './render.ts';
import type { Answers } from './template.ts';

/** What bringing a project up to its template would do, file by file, for a preview. Files nothing happens to are left out. */
export interface UpdatePlan {
  readonly folder: string;
  readonly from: string;
  readonly to: string;
  readonly changes: readonly Change[];
}

export interface Change {
  readonly path: string;
  readonly state: ChangeState;
  /** What the file will be; `undefined` where it will be deleted, or is left as it is. */
  readonly text: string | undefined;
  /** What the file is now; `undefined` where there is none. */
  readonly present: string | undefined;
}

export type ChangeState =
  /** The template has a file more. */
  | 'new'
  /** You did not touch it, the template did. */
  | 'replaced'
  /** Both did, in different places. */
  | 'merged'
  /** Both did, in one place: markers stand there. */
  | 'conflict'
  /** The template has it no more, and you did not touch it. */
  | 'deleted'
  /** The template has it no more, or changed it after you deleted it: your state stands. */
  | 'left'
  /** The record of how the project was made. */
  | 'record';

/** Compares a project with what its template, in its present version and with changed answers, would write. Looks only, writes nothing. */
export async function planUpdate(files: ProjectFiles, folder: string, made: Made, loaded: LoadedTemplate, changed: Answers = {}): Promise<Outcome<UpdatePlan>> {
  const known = new Set(loaded.template.questions.map(({ id }) => id));
  const kept = Object.fromEntries(Object.entries(made.answers).filter(([id]) => known.has(id)));
  const rendered = render(loaded, made.facts, fitting(loaded, made.facts, kept, changed));
  if (isRefused(rendered)) return rendered;
  const plan = { folder, from: made.version, to: loaded.template.version };
  const changes: Change[] = [];
  const sides = { mine: 'yours', theirs: `${loaded.template.id} ${plan.to}` };
  for (const path of [...new Set([...made.base.keys(), ...rendered.value.keys()])].sort()) {
    const present = await presentAt(files, join(folder, path));
    if (isRefusal(present)) return refuse(path, say`${name(path)} cannot be read: ${name(present.refused)}`);
    const isRecord = path === ANSWERS_FILE || path === BASE_FILE;
    const change = isRecord ? recordChange(path, present.text, rendered.value.get(path)) : changeOf(path, made.base.get(path), present.text, rendered.value.get(path), sides);
    if (change) changes.push(change);
  }
  return { value: { ...plan, changes } };
}

/** Makes the changes of a plan. A file that is no longer what the plan saw is left alone. */
export async function carryOutUpdate(files: ProjectFiles, { folder, changes }: UpdatePlan): Promise<Written> {
  const written: string[] = [];
  const kept: string[] = [];
  const failed: { path: string; refusal: Refusal }[] = [];
  for (const change of [...changes].sort((a, b) => Number(a.state === 'record') - Number(b.state === 'record'))) {
    if (change.state === 'left') continue;
    const uri = join(folder, change.path);
    const present = await presentAt(files, uri);
    if (isRefusal(present)) failed.push({ path: change.path, refusal: present });
    // The record says what was done: it is not renewed where something was not.
    else if (present.text !== change.present || (change.state === 'record' && failed.length + kept.length > 0)) kept.push(change.path);
    else {
      const refusal = await carry(files, uri, change);
      if (refusal) failed.push({ path: change.path, refusal });
      else written.push(change.path);
    }
  }
  return { written, kept, failed };
}

/** Recorded answers that the template takes no longer fall back to what it proposes; changed ones stay, so that they can be objected to. */
function fitting({ template }: LoadedTemplate, facts: DatasetFacts, recorded: Answers, changed: Answers): Answers {
  let given = { ...recorded, ...changed };
  for (const { question, answer, given: isGiven } of prompts(template, facts, given)) {
    if (!isGiven || answer === undefined || Object.hasOwn(changed, question.id)) continue;
    if (objection(question, answer, facts, complete(template, facts, given))) given = Object.fromEntries(Object.entries(given).filter(([id]) => id !== question.id));
  }
  return given;
}

function recordChange(path: string, present: string | undefined, text: string | undefined): Change | undefined {
  return text === undefined || present === text ? undefined : { path, state: 'record', text, present };
}

function changeOf(path: string, base: string | undefined, present: string | undefined, next: string | undefined, sides: Parameters<typeof merge>[3]): Change | undefined {
  if (next === undefined) {
    if (present === undefined) return undefined;
    return isSameText(present, base ?? '') ? { path, state: 'deleted', text: undefined, present } : { path, state: 'left', text: undefined, present };
  }
  if (present === undefined) {
    if (base === undefined) return { path, state: 'new', text: next, present };
    return base === next ? undefined : { path, state: 'left', text: undefined, present };
  }
  if (isSameText(present, next) || base === next) return undefined;
  const { text, conflicts } = merge(present, base ?? '', next, sides);
  if (conflicts > 0) return { path, state: 'conflict', text, present };
  return { path, state: base !== undefined && isSameText(present, base) ? 'replaced' : 'merged', text, present };
}

async function carry(files: ProjectFiles, uri: string, { text }: Change): Promise<undefined | Refusal> {
  if (text === undefined) return files.remove(uri);
  return (await files.makeFolder(uri.slice(0, uri.lastIndexOf('/')))) ?? files.overwrite(uri, new TextEncoder().encode(text));
}

/** The text at a URI, and nothing where there is none. */
async function presentAt(files: ProjectFiles, uri: string): Promise<{ readonly text: string | undefined } | Refusal> {
  const text = await readText(files, uri);
  if (typeof text === 'string') return { text };
  return text.refused === 'missing' ? { text: undefined } : text;
}
