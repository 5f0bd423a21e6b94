import { parse } from 'yaml';
import type { Files } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import type { Json } from '../core/problem.ts';
import { REPAIRS, RESOURCE_CONTENTS } from '../core/description.ts';
import { isJsonList, isJsonObject, toJson } from '../util/json.ts';
import type { DatasetColumn, DatasetFacts, DatasetJoin } from './facts.ts';
import { join, readText } from './files.ts';
import { isRefused, refuse } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { COLUMN_KINDS } from './template.ts';
import type { Answers, AnswerValue, Template } from './template.ts';

/** Where a project keeps how it was made: template, version, answers and facts of the dataset. */
export const ANSWERS_FILE = '.lintel/answers.yaml';
/** Where a project keeps its files as the generator wrote them last: what a later version is compared with. */
export const BASE_FILE = '.lintel/base.json';

/** How a project was made. */
export interface Made {
  readonly template: string;
  readonly version: string;
  readonly answers: Answers;
  readonly facts: DatasetFacts;
  /** Its files as they were written, by path. */
  readonly base: ReadonlyMap<string, string>;
}

/** The two files of the record, by path. The answers are YAML with JSON values, one a line, which every YAML reader takes and a diff shows well. */
export function recordOf(template: Template, facts: DatasetFacts, answers: Answers, files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const head = `# How this project was made. Written by the generator and read when the project is updated; not meant to be edited.\n`;
  const made = `template: ${template.id}\nversion: ${JSON.stringify(template.version)}\n`;
  const base = [...files].map(([path, text]) => `  ${JSON.stringify(path)}: ${JSON.stringify(text)}`).join(',\n');
  return new Map([[ANSWERS_FILE, `${head}${made}${block('answers', answers)}${block('dataset', facts)}`], [BASE_FILE, `{\n${base}\n}\n`]]);
}

function block(key: string, record: object): string {
  const lines = Object.entries(record).map(([inner, value]) => `  ${inner}: ${JSON.stringify(value)}\n`);
  return lines.length === 0 ? `${key}: {}\n` : `${key}:\n${lines.join('')}`;
}

/** Reads the record of a project; a reason where there is none, or where it can no longer be understood. */
export async function readRecord(files: Pick<Files, 'open'>, folder: string): Promise<Outcome<Made>> {
  const answers = await readText(files, join(folder, ANSWERS_FILE));
  if (typeof answers !== 'string') return refuse(ANSWERS_FILE, say`This is no project that was made from a template: it has no ${name(ANSWERS_FILE)}`);
  const base = await readText(files, join(folder, BASE_FILE));
  if (typeof base !== 'string') return refuse(BASE_FILE, say`What the template wrote last is not known: ${name(BASE_FILE)} is missing`);
  const written = parsed(BASE_FILE, base, JSON.parse);
  if (isRefused(written)) return written;
  const made = parsed(ANSWERS_FILE, answers, parse);
  return isRefused(made) ? made : madeOf(made.value, written.value);
}

function parsed(file: string, text: string, reader: (text: string) => unknown): Outcome<Json> {
  try {
    return { value: toJson(reader(text)) ?? null };
  } catch (error) {
    return refuse(file, say`The file cannot be read: ${name(error instanceof Error ? error.message : '')}`);
  }
}

function madeOf(record: Json, base: Json): Outcome<Made> {
  const made = isJsonObject(record) ? record : {};
  const facts = factsOf(made['dataset']);
  const { template, version, answers } = made;
  if (typeof template !== 'string' || typeof version !== 'string' || !isJsonObject(answers) || !facts) {
    return refuse(ANSWERS_FILE, say`Template, version, answers and dataset are not all there`);
  }
  return { value: { template, version, facts, answers: answersOf(answers), base: new Map(textsOf(base)) } };
}

function textsOf(base: Json): readonly (readonly [string, string])[] {
  return Object.entries(isJsonObject(base) ? base : {}).flatMap(([path, text]) => (typeof text === 'string' ? [[path, text] as const] : []));
}

function answersOf(answers: Readonly<Record<string, Json>>): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([id, answer]) => (isAnswer(answer) ? [[id, answer]] : [])));
}

const isAnswer = (value: Json): value is AnswerValue => ['string', 'number', 'boolean'].includes(typeof value) || isTexts(value);

const isTexts = (value: Json | undefined): value is readonly string[] => isJsonList(value) && value.every(item => typeof item === 'string');

function factsOf(value: Json | undefined): DatasetFacts | undefined {
  if (!isJsonObject(value)) return undefined;
  const { name: called, title, data, delimiter, encoding, missing, columns, features, task, joins, protected: guarded, content } = value;
  if (typeof called !== 'string' || typeof title !== 'string' || typeof data !== 'string' || typeof delimiter !== 'string') return undefined;
  if (typeof encoding !== 'string' || !isTexts(missing) || !isJsonList(columns)) return undefined;
  return {
    name: called, title, data, delimiter, encoding, missing, columns: columns.flatMap(columnOf),
    ...contentOf(content), ...(task === 'classification' || task === 'regression' ? { task } : {}),
    ...textOf(value, 'target'), ...(isTexts(features) ? { features } : {}), ...textOf(value, 'group'), ...textOf(value, 'time'),
    ...(isTexts(guarded) ? { protected: guarded } : {}), ...(isJsonList(joins) ? { joins: joins.flatMap(joinOf) } : {}),
  };
}

function contentOf(value: Json | undefined): Pick<DatasetFacts, 'content'> {
  const content = RESOURCE_CONTENTS.find(each => each === value);
  return content ? { content } : {};
}

function textOf<K extends 'target' | 'group' | 'time'>(record: Readonly<Record<string, Json>>, key: K): { readonly [key in K]?: string } {
  const value = record[key];
  const found: { [key in K]?: string } = {};
  if (typeof value === 'string') found[key] = value;
  return found;
}

function columnOf(value: Json): readonly DatasetColumn[] {
  if (!isJsonObject(value)) return [];
  const { name: called, id, kind, withheld } = value;
  const known = COLUMN_KINDS.find(each => each === kind);
  return typeof called === 'string' && typeof id === 'string' && known ? [{ name: called, id, kind: known, withheld: withheld === true, ...claimsOf(value) }] : [];
}

function claimsOf({ isTime, blankless, personal, required, minimum, maximum, choices, repairs }: Readonly<Record<string, Json>>): Partial<DatasetColumn> {
  return {
    ...(isTime === true && { isTime }), ...(blankless === true && { blankless }), ...(personal === true && { personal }), ...(required === true && { required }),
    ...(typeof minimum === 'number' && { minimum }), ...(typeof maximum === 'number' && { maximum }),
    ...(isTexts(choices) && { choices }), ...(isTexts(repairs) && { repairs: REPAIRS.filter(repair => repairs.includes(repair)) }),
  };
}

function joinOf(value: Json): readonly DatasetJoin[] {
  if (!isJsonObject(value)) return [];
  const { name: called, data, from, to, columns } = value;
  if (typeof called !== 'string' || typeof data !== 'string' || !isTexts(from) || !isTexts(to) || !isJsonList(columns)) return [];
  return [{ name: called, data, from, to, columns: columns.flatMap(columnOf) }];
}
