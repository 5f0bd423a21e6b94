import { parseArgs } from 'node:util';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Json, Severity } from '../core/problem.ts';

/** What a command line asks for; a `Message` says why it cannot be understood. */
export type Invocation =
  | CheckInvocation
  | { readonly command: 'explain'; readonly rule: string; readonly locale: string }
  | { readonly command: 'server' | 'help' | 'version'; readonly locale: string }
  | { readonly command: 'wrong'; readonly reason: Message; readonly locale: string };

export interface CheckInvocation {
  readonly command: 'check';
  readonly paths: readonly string[];
  readonly format: OutputFormat;
  /** Findings at least this bad make the exit code 1; `never` keeps it 0. */
  readonly failOn: Severity | 'never';
  readonly exclude: readonly string[];
  /** Threads that may scan one file; 0 follows the machine. */
  readonly maxWorkers: number;
  /** The `rules` part of a configuration. */
  readonly rules: Json;
  readonly locale: string;
}

export const OUTPUT_FORMATS = ['text', 'json', 'sarif'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

const NONE: string[] = [];
const OPTIONS = {
  format: { type: 'string', default: 'text' },
  'fail-on': { type: 'string', default: 'error' },
  exclude: { type: 'string', multiple: true, default: NONE },
  rule: { type: 'string', multiple: true, default: NONE },
  'max-workers': { type: 'string', default: '0' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  /** Language clients pass it to every server they start. */
  stdio: { type: 'boolean', default: false },
} as const;

/** Understands the arguments after the program's name. `environment` gives the language where `--lang` does not. */
export function readArguments(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Invocation {
  const fallback = localeOf(undefined, environment);
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    return invocationOf(values, positionals, localeOf(values.lang, environment));
  } catch (cause) {
    return { command: 'wrong', reason: say`${name(cause instanceof Error ? cause.message : String(cause))}`, locale: fallback };
  }
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

function invocationOf(values: Values, [command = 'help', ...rest]: readonly string[], locale: string): Invocation {
  if (values.version) return { command: 'version', locale };
  if (values.help || command === 'help') return { command: 'help', locale };
  switch (command) {
    case 'check': return checkOf(values, rest, locale);
    case 'explain': return rest[0] === undefined ? wrong(say`explain needs the id of a rule`, locale) : { command: 'explain', rule: rest[0], locale };
    case 'server': return { command: 'server', locale };
    default: return wrong(say`there is no command ${name(command)}`, locale);
  }
}

function checkOf(values: Values, paths: readonly string[], locale: string): Invocation {
  const format = OUTPUT_FORMATS.find(one => one === values.format);
  if (!format) return wrong(say`there is no output format ${name(values.format)}; choose text, json or sarif`, locale);
  const failOn = ([...SEVERITIES, 'never'] as const).find(one => one === values['fail-on']);
  if (!failOn) return wrong(say`--fail-on takes error, warning, information, hint or never, not ${name(values['fail-on'])}`, locale);
  const pairs = values.rule.map(setting => setting.split('='));
  const odd = values.rule.find((_, i) => pairs[i]?.length !== 2);
  if (odd !== undefined) return wrong(say`--rule takes id=severity or id=off, not ${name(odd)}`, locale);
  const maxWorkers = Number(values['max-workers']);
  if (!Number.isInteger(maxWorkers) || maxWorkers < 0) return wrong(say`--max-workers takes a whole number, not ${name(values['max-workers'])}`, locale);
  const rules = Object.fromEntries(pairs.map(([id = '', severity = '']) => [id, severity]));
  return { command: 'check', paths: paths.length > 0 ? paths : ['.'], format, failOn, exclude: values.exclude, maxWorkers, rules, locale };
}

const wrong = (reason: Message, locale: string): Invocation => ({ command: 'wrong', reason, locale });

/** `--lang`, then the POSIX variables: `zh_CN.UTF-8` reads as `zh-CN`. */
function localeOf(given: string | undefined, environment: Readonly<Record<string, string | undefined>>): string {
  const tag = given ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? 'en';
  return tag.replace(/[.@].*$/, '').replaceAll('_', '-');
}
