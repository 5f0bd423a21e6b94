import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Given, OptionKind } from './options.ts';
import { READING, type Reading, type Unlocated, isMessage, oneOf, withReading } from './wishes.ts';

/** What the commands are asked that make projects from templates. */
export type ScaffoldInvocation = NewInvocation | UpdateInvocation;

interface ScaffoldWishes extends Reading {
  /** Answers by question, as they were written. */
  readonly answers: ReadonlyMap<string, string>;
  /** Folders with templates of one's own. */
  readonly templates: readonly string[];
  readonly dryRun: boolean;
}

/** `lintel new`: a project for a data file, or the list of templates where none is named. */
export interface NewInvocation extends ScaffoldWishes {
  readonly command: 'new';
  readonly templateId: string | undefined;
  readonly data: string | undefined;
  /** Folder of the project; one named after the project by default. */
  readonly output: string | undefined;
  /** Leaves alone what is there already, instead of writing nothing. */
  readonly skipExisting: boolean;
}

/** `lintel update`: a project brought up to the present version of its template. */
export interface UpdateInvocation extends ScaffoldWishes {
  readonly command: 'update';
  readonly folder: string;
  /** A part the project is to be given, by the name of the template's question. */
  readonly add?: string;
}

const SHARED = { answer: 'texts', templates: 'texts', 'dry-run': 'flag' } as const satisfies Record<string, OptionKind>;

export const SCAFFOLD_COMMANDS = {
  new: { ...READING, ...SHARED, output: 'text', 'skip-existing': 'flag' }, update: SHARED, add: SHARED,
} as const satisfies Record<string, Record<string, OptionKind>>;

export function newOf(given: Given, locale: string): Unlocated<NewInvocation> | Message {
  const [templateId, data, ...rest] = given.paths;
  if (templateId !== undefined && (data === undefined || rest.length > 0)) return say`new needs a template and a data file; ${name('lintel new')} alone lists the templates`;
  return withWishes(given, locale, wishes => ({ command: 'new', ...wishes, templateId, data, output: oneOf(given, 'output'), skipExisting: given.flags.has('skip-existing') }));
}

export function updateOf(given: Given, locale: string): Unlocated<UpdateInvocation> | Message {
  if (given.paths.length > 1) return say`update takes one folder`;
  return withWishes(given, locale, wishes => ({ command: 'update', ...wishes, folder: given.paths[0] ?? '.' }));
}

/** `lintel add`: an update in which a question that stands for a part is answered with yes. */
export function addOf(given: Given, locale: string): Unlocated<UpdateInvocation> | Message {
  const [add, folder, ...rest] = given.paths;
  if (add === undefined || rest.length > 0) return say`add needs the name of a part, and takes one folder`;
  return withWishes(given, locale, wishes => ({ command: 'update', ...wishes, add, folder: folder ?? '.' }));
}

function withWishes<T>(given: Given, locale: string, use: (wishes: ScaffoldWishes) => T): T | Message {
  const answers = answersIn(given.texts.get('answer') ?? []);
  if (isMessage(answers)) return answers;
  return withReading(given, locale, reading => use({ ...reading, answers, templates: given.texts.get('templates') ?? [], dryRun: given.flags.has('dry-run') }));
}

function answersIn(texts: readonly string[]): ReadonlyMap<string, string> | Message {
  const odd = texts.find(text => !/^[^=]+=/.test(text));
  if (odd !== undefined) return say`--answer takes question=answer, not ${name(odd)}`;
  return new Map(texts.map(text => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]));
}
