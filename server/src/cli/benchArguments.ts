import type { Task } from '../core/compute.ts';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { BenchmarkJob } from '../protocol/training.ts';
import type { Given, OptionKind } from './options.ts';
import { READING, type Reading, type Unlocated, isMessage, oneOf, wholeNumber, withReading, word } from './wishes.ts';

/** `lintel bench`: trains small models on a dataset, or answers one question about it by many trainings. */
export interface BenchInvocation extends Reading {
  readonly command: 'bench';
  /** The column to predict; what the description says, or the data suggests, by default. */
  readonly target: string | undefined;
  /** What the command line says of the job itself. */
  readonly wishes: Partial<Pick<BenchmarkJob, 'task' | 'features' | 'ignore' | 'group' | 'time' | 'models' | 'backends' | 'seed' | 'secondsPerModel' | 'maxRows' | 'maxEpochs' | 'goal' | 'repeats'>>;
  readonly study: BenchStudy | undefined;
  readonly format: 'text' | 'markdown' | 'json';
  readonly output: string | undefined;
}

export type BenchStudy =
  | { readonly is: 'learning-curve' }
  /** Against another version of the file, or against a copy with the safe fixes and those of the named rules made. */
  | { readonly is: 'comparison'; readonly with: string | { readonly fixedBy: readonly string[] } };

export const BENCH_COMMANDS = {
  bench: {
    ...READING, target: 'text', task: 'text', feature: 'texts', ignore: 'texts', group: 'text', time: 'text', model: 'texts', backend: 'texts', seed: 'text', seconds: 'text',
    'max-rows': 'text', 'max-epochs': 'text', goal: 'text', repeats: 'text', 'learning-curve': 'flag', compare: 'text', fixed: 'flag', 'fix-unsafe': 'texts',
    format: 'text', output: 'text',
  },
} as const satisfies Record<string, Record<string, OptionKind>>;

export function benchOf(given: Given, locale: string): Unlocated<BenchInvocation> | Message {
  if (given.paths.length !== 1) return say`bench takes one file`;
  const format = word(given, 'format', ['text', 'markdown', 'json'] as const, 'text');
  if (isMessage(format)) return format;
  const wishes = wishesOf(given);
  if (isMessage(wishes)) return wishes;
  const study = studyOf(given);
  if (study && isMessage(study)) return study;
  return withReading(given, locale, reading => ({ command: 'bench', ...reading, target: oneOf(given, 'target'), wishes, study, format, output: oneOf(given, 'output') }));
}

const NUMBERS = { seed: 'seed', secondsPerModel: 'seconds', maxRows: 'max-rows', maxEpochs: 'max-epochs', repeats: 'repeats' } as const;
const TEXTS = { group: 'group', time: 'time' } as const;
const LISTS = { features: 'feature', ignore: 'ignore', models: 'model', backends: 'backend' } as const;

function wishesOf(given: Given): BenchInvocation['wishes'] | Message {
  const task = word<Task | ''>(given, 'task', ['classification', 'regression', 'generation'], '');
  if (isMessage(task)) return task;
  const goal = oneOf(given, 'goal');
  if (goal !== undefined && !Number.isFinite(Number(goal))) return say`${name('--goal')} takes a score such as 0.9, not ${name(goal)}`;
  const numbers: Record<string, number> = {};
  for (const [key, option] of Object.entries(NUMBERS)) {
    const value = wholeNumber(given, option, NaN);
    if (isMessage(value)) return value;
    if (value === 0) return say`${name(`--${option}`)} takes a number from 1 on`;
    if (!Number.isNaN(value)) numbers[key] = value;
  }
  const texts = Object.fromEntries(Object.entries(TEXTS).flatMap(([key, option]) => { const text = oneOf(given, option); return text === undefined ? [] : [[key, text]]; }));
  const lists = Object.fromEntries(Object.entries(LISTS).flatMap(([key, option]) => { const all = given.texts.get(option) ?? []; return all.length === 0 ? [] : [[key, all]]; }));
  return { ...numbers, ...texts, ...lists, ...(task !== '' && { task }), ...(goal !== undefined && { goal: Number(goal) }) };
}

function studyOf(given: Given): BenchStudy | Message | undefined {
  const other = oneOf(given, 'compare');
  const unsafe = given.texts.get('fix-unsafe') ?? [];
  const fixed = given.flags.has('fixed') || unsafe.length > 0;
  if ([given.flags.has('learning-curve'), other !== undefined, fixed].filter(Boolean).length > 1) return say`--learning-curve, --compare and --fixed are different questions; ask one at a time`;
  if (given.flags.has('learning-curve')) return { is: 'learning-curve' };
  if (other !== undefined) return { is: 'comparison', with: other };
  return fixed ? { is: 'comparison', with: { fixedBy: unsafe } } : undefined;
}
