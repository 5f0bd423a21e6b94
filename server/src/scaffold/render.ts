import { name, say } from '../core/message.ts';
import { check } from './check.ts';
import { holds } from './conditions.ts';
import { contextOf } from './context.ts';
import type { DatasetFacts } from './facts.ts';
import { all, isRefused, refuse } from './outcome.ts';
import type { Outcome, Reason } from './outcome.ts';
import { complete } from './questions.ts';
import { recordOf } from './record.ts';
import type { Answers, FileRule, Template } from './template.ts';
import { renderText } from './text/render.ts';
import type { Scope } from './text/values.ts';

/** A template with the texts of its files, by path below `files/`; only paths that end in `.tmpl` are rendered. */
export interface LoadedTemplate {
  readonly template: Template;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Template, answers and facts to the files of a project, by path with `/`. Unanswered questions take their defaults. Pure: the same
 * input gives the same bytes, and nothing is read or written.
 */
export function render({ template, files }: LoadedTemplate, facts: DatasetFacts, given: Answers): Outcome<ReadonlyMap<string, string>> {
  const answers = complete(template, facts, given);
  const objections = check(template, facts, answers);
  if (objections.length > 0) return { reasons: objections };
  const idle = idleRules(template, files);
  if (idle.length > 0) return { reasons: idle };
  const scope = contextOf(template, facts, answers);
  const rendered = all([...files].flatMap(([path, text]) => renderFile(template, answers, scope, path, text) ?? []));
  if (isRefused(rendered)) return rendered;
  const named = distinct(rendered.value);
  return isRefused(named) ? named : { value: sorted([...named.value, ...recordOf(template, facts, answers, named.value)]) };
}

interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

function renderFile(template: Template, answers: Answers, scope: Scope, file: string, source: string): Outcome<ProjectFile> | undefined {
  const isTemplate = file.endsWith('.tmpl');
  const plain = isTemplate ? file.slice(0, -'.tmpl'.length) : file;
  const rule = template.files.find(candidate => fits(candidate, plain));
  if (!holds(rule?.when, answers)) return undefined;
  const path = rule?.as === undefined ? plain : rule.as + (rule.path.endsWith('/') ? plain.slice(rule.path.length) : '');
  if (!isInside(path)) return refuse(file, say`${name(path)} is no path inside a project`);
  if (!isTemplate) return { value: { path, text: source } };
  const text = renderText(file, source, scope);
  return isRefused(text) ? text : { value: { path, text: text.value } };
}

const fits = (rule: FileRule, path: string): boolean => (rule.path.endsWith('/') ? path.startsWith(rule.path) : path === rule.path);

/** Relative, with `/`, and nowhere outside: no `..`, no drive, no empty part. */
function isInside(path: string): boolean {
  return path !== '' && !/[\\:\p{Cc}]/u.test(path) && path.split('/').every(part => part !== '' && part !== '.' && part !== '..');
}

/** A rule that fits no file is a typing error of the template's author. */
function idleRules(template: Template, files: ReadonlyMap<string, string>): readonly Reason[] {
  const paths = [...files.keys()].map(path => path.replace(/\.tmpl$/, ''));
  return template.files.filter(rule => !paths.some(path => fits(rule, path)))
    .map(rule => ({ where: 'template.json', message: say`No file of the template is ${name(rule.path)}` }));
}

function distinct(files: readonly ProjectFile[]): Outcome<ReadonlyMap<string, string>> {
  const byPath = new Map(files.map(file => [file.path, file.text]));
  const twice = files.filter((file, i) => files.findIndex(other => other.path === file.path) < i);
  if (twice.length > 0) {
    return { reasons: twice.map(({ path }) => ({ where: path, message: say`Two files of the template become ${name(path)}` })) };
  }
  return { value: sorted([...byPath]) };
}

const sorted = (files: readonly (readonly [string, string])[]): ReadonlyMap<string, string> => new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
