import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import type { Severity } from '../core/problem.ts';
import { mostSimilar } from '../util/similar.ts';
import type { Given, OptionKind } from './options.ts';
import { readOptions } from './options.ts';
import { BENCH_COMMANDS, type BenchInvocation, benchOf } from './benchArguments.ts';
import { SCAFFOLD_COMMANDS, type ScaffoldInvocation, addOf, newOf, updateOf } from './scaffoldArguments.ts';
import { PRIVACY_COMMANDS, type PrivacyInvocation, privacyOf } from './privacyArguments.ts';
import { READING, type Reading, type Unlocated, isMessage, oneOf, wholeNumber, withReading, word } from './wishes.ts';

export type { Reading } from './wishes.ts';

/** What a command line asks for; a `Message` says why it cannot be understood. */
export type Invocation = { readonly locale: string } & (
  | CheckInvocation | ScaffoldInvocation | PrivacyInvocation | BaselineInvocation | ProfileInvocation | ReportInvocation | DiffInvocation
  | { readonly command: 'config'; readonly path: string; readonly format: 'text' | 'json' }
  | DescribeInvocation | SealInvocation | ConvertInvocation | BenchInvocation
  | { readonly command: 'init'; readonly force: boolean }
  | { readonly command: 'explain'; readonly rule: string }
  | { readonly command: 'rules' }
  | { readonly command: 'server' | 'help' | 'version' }
  | { readonly command: 'mcp'; readonly folder: string }
  | { readonly command: 'wrong'; readonly reason: Message });

export interface CheckInvocation extends Reading {
  readonly command: 'check';
  readonly format: OutputFormat;
  /** Findings at least this bad make the exit code 1; `never` keeps it 0. */
  readonly failOn: Severity | 'never';
  /** Findings that are written; all are counted. */
  readonly maxFindings: number;
  readonly color: 'auto' | 'always' | 'never';
  /** Standard input is checked as a file of this name. */
  readonly stdin: string | undefined;
  /** Only files that differ from a commit; empty for the last one. */
  readonly changed: string | undefined;
  readonly explainPlan: boolean;
  readonly fix: FixWishes | undefined;
}

export interface FixWishes {
  /** Fixes that keep the meaning of the data whatever it is. */
  readonly safe: boolean;
  /** Rules whose fixes are made although they are not safe. */
  readonly unsafe: readonly string[];
  readonly dryRun: boolean;
}

/** Prints a description, or writes it beside the data with `write`. */
export interface DescribeInvocation extends Reading { readonly command: 'describe'; readonly write: boolean; readonly standard: string }
export interface SealInvocation extends Reading { readonly command: 'seal' }
export interface ConvertInvocation { readonly command: 'convert'; readonly path: string; readonly to: string; readonly output: string | undefined }

export interface BaselineInvocation extends Reading { readonly command: 'baseline'; readonly output: string | undefined }
export interface ProfileInvocation extends Reading { readonly command: 'profile'; readonly format: 'text' | 'json' | 'html'; readonly output: string | undefined }
export interface ReportInvocation extends Reading { readonly command: 'report'; readonly output: string; readonly previous: string | undefined }
export interface DiffInvocation extends Reading { readonly command: 'diff'; readonly format: OutputFormat; readonly failOn: Severity | 'never' }

export const OUTPUT_FORMATS = ['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'markdown'] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

const COMMON = { lang: 'text', help: 'flag', version: 'flag' } as const satisfies Record<string, OptionKind>;
const FINDINGS = { format: 'text', 'fail-on': 'text' } as const satisfies Record<string, OptionKind>;

/** Options by command; the names of commands are its keys. */
export const COMMANDS: Readonly<Record<string, Readonly<Record<string, OptionKind>>>> = {
  check: {
    ...READING, ...FINDINGS, 'max-findings': 'text', color: 'text', stdin: 'flag', 'stdin-filename': 'text', changed: 'flag', since: 'text',
    'explain-plan': 'flag', fix: 'flag', 'fix-unsafe': 'texts', 'dry-run': 'flag',
  },
  baseline: { ...READING, output: 'text' },
  profile: { ...READING, format: 'text', output: 'text' },
  report: { ...READING, output: 'text', previous: 'text' },
  diff: { ...READING, ...FINDINGS },
  privacy: {},
  ...PRIVACY_COMMANDS,
  ...SCAFFOLD_COMMANDS,
  ...BENCH_COMMANDS,
  describe: { ...READING, write: 'flag', standard: 'text' },
  convert: { to: 'text', output: 'text' },
  seal: READING,
  config: { format: 'text' },
  init: { force: 'flag' },
  explain: {},
  rules: {},
  // Language clients pass `--stdio` to every server they start.
  server: { stdio: 'flag' },
  mcp: {},
  help: {},
};

/** Understands the arguments after the program's name. `environment` gives the language where `--lang` does not. */
export function readArguments(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Invocation {
  const [command, ...rest] = commandOf(args);
  const locale = localeOf(languageAsked(args), environment);
  if (command === '--version') return { command: 'version', locale };
  const isHelp = command === '--help' || command === '-h';
  const options = isHelp ? {} : Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (!options) return { command: 'wrong', reason: unknownCommand(command), locale };
  const given = readOptions(rest, { ...options, ...COMMON });
  if ('template' in given) return { command: 'wrong', reason: given, locale };
  if (given.flags.has('version')) return { command: 'version', locale };
  if (isHelp || given.flags.has('help')) return { command: 'help', locale };
  const invocation = invocationOf(command, given, locale);
  return 'template' in invocation ? { command: 'wrong', reason: invocation, locale } : { ...invocation, locale };
}

/** What `privacy` is to do is part of the command. */
function commandOf([first = 'help', second, ...rest]: readonly string[]): readonly [string, ...string[]] {
  const whole = `${first} ${second ?? ''}`;
  if (Object.hasOwn(PRIVACY_COMMANDS, whole)) return [whole, ...rest];
  return second === undefined ? [first] : [first, second, ...rest];
}

function unknownCommand(command: string): Message {
  const meant = mostSimilar(command, Object.keys(COMMANDS));
  return meant === undefined ? say`there is no command ${name(command)}` : say`there is no command ${name(command)}; did you mean ${name(meant)}?`;
}

function invocationOf(command: string, given: Given, locale: string): Unlocated<Invocation> | Message {
  switch (command) {
    case 'check': return checkOf(given, locale);
    case 'baseline': return withReading(given, locale, reading => ({ command, ...reading, output: oneOf(given, 'output') }));
    case 'profile': return profileOf(given, locale);
    case 'report': return withReading(given, locale, reading => ({
      command, ...reading, output: oneOf(given, 'output') ?? 'lintel-report.html', previous: oneOf(given, 'previous'),
    }));
    case 'diff': return diffOf(given, locale);
    case 'describe': return given.paths.length === 0 ? say`describe needs a file` : withReading(given, locale, reading => ({
      command, ...reading, write: given.flags.has('write'), standard: oneOf(given, 'standard') ?? 'data-package',
    }));
    case 'seal': return given.paths.length === 0 ? say`seal needs a file` : withReading(given, locale, reading => ({ command, ...reading }));
    case 'convert': return convertOf(given);
    case 'new': return newOf(given, locale);
    case 'update': return updateOf(given, locale);
    case 'add': return addOf(given, locale);
    case 'bench': return benchOf(given, locale);
    case 'config': return configOf(given);
    case 'init': return { command, force: given.flags.has('force') };
    case 'explain': return given.paths[0] === undefined ? say`explain needs the id of a rule` : { command, rule: given.paths[0] };
    case 'rules': case 'server': return { command };
    case 'mcp': return { command, folder: given.paths[0] ?? '.' };
    case 'help': return { command };
    default: return privacyOf(command, given, locale);
  }
}

const FAIL_ON = [...SEVERITIES, 'never'] as const;

function checkOf(given: Given, locale: string): Unlocated<Invocation> | Message {
  const format = word(given, 'format', OUTPUT_FORMATS, 'text');
  if (isMessage(format)) return format;
  const failOn = word(given, 'fail-on', FAIL_ON, 'error');
  if (isMessage(failOn)) return failOn;
  const color = word(given, 'color', ['auto', 'always', 'never'] as const, 'auto');
  if (isMessage(color)) return color;
  const maxFindings = wholeNumber(given, 'max-findings', Infinity);
  if (typeof maxFindings !== 'number') return maxFindings;
  const fix = fixOf(given);
  if (fix && isMessage(fix)) return fix;
  const stdin = given.flags.has('stdin') ? oneOf(given, 'stdin-filename') ?? 'stdin.csv' : undefined;
  if (stdin !== undefined && (fix || given.paths.length > 0)) return say`--stdin checks standard input alone: no paths and no --fix beside it`;
  const changed = given.flags.has('changed') ? oneOf(given, 'since') ?? '' : undefined;
  if (changed === undefined && oneOf(given, 'since') !== undefined) return say`--since goes with --changed`;
  return withReading(given, locale, reading => ({
    command: 'check', ...reading, format, failOn, color, maxFindings, stdin, changed, explainPlan: given.flags.has('explain-plan'), fix,
  }));
}

function fixOf({ flags, texts }: Given): FixWishes | Message | undefined {
  const unsafe = texts.get('fix-unsafe') ?? [];
  const dryRun = flags.has('dry-run');
  if (!flags.has('fix') && unsafe.length === 0) return dryRun ? say`--dry-run goes with --fix` : undefined;
  return { safe: flags.has('fix'), unsafe, dryRun };
}

function profileOf(given: Given, locale: string): Unlocated<Invocation> | Message {
  const format = word(given, 'format', ['text', 'json', 'html'] as const, 'text');
  if (isMessage(format)) return format;
  if (given.paths.length === 0) return say`profile needs a file`;
  return withReading(given, locale, reading => ({ command: 'profile', ...reading, format, output: oneOf(given, 'output') }));
}

function diffOf(given: Given, locale: string): Unlocated<Invocation> | Message {
  if (given.paths.length !== 2) return say`diff needs two files: the older and the newer one`;
  const format = word(given, 'format', OUTPUT_FORMATS, 'text');
  if (isMessage(format)) return format;
  const failOn = word(given, 'fail-on', FAIL_ON, 'error');
  if (isMessage(failOn)) return failOn;
  return withReading(given, locale, reading => ({ command: 'diff', ...reading, format, failOn }));
}

function convertOf(given: Given): Unlocated<Invocation> | Message {
  const [path] = given.paths;
  const to = oneOf(given, 'to');
  return path === undefined || to === undefined ? say`convert needs a description and --to with the id of a standard` : { command: 'convert', path, to, output: oneOf(given, 'output') };
}

function configOf(given: Given): Unlocated<Invocation> | Message {
  const format = word(given, 'format', ['text', 'json'] as const, 'text');
  if (isMessage(format)) return format;
  const [path] = given.paths;
  return path === undefined ? say`config needs a file` : { command: 'config', path, format };
}

/** What `--lang` says, found before anything is understood, since it is also the language in which that is refused. */
function languageAsked(args: readonly string[]): string | undefined {
  const at = args.findIndex(arg => /^--lang(?:=|$)/.test(arg));
  return at === -1 ? undefined : /^--lang=(.*)$/.exec(args[at] ?? '')?.[1] ?? args[at + 1];
}

/** `--lang`, then the POSIX variables: `zh_CN.UTF-8` reads as `zh-CN`. */
function localeOf(given: string | undefined, environment: Readonly<Record<string, string | undefined>>): string {
  const tag = given ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? 'en';
  return tag.replace(/[.@].*$/, '').replaceAll('_', '-');
}
