import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { mostSimilar } from '../util/similar.ts';

/** How an option is given: alone, with a text, or with a text and as often as one likes. */
export type OptionKind = 'flag' | 'text' | 'texts';

/** What stood on a command line behind the command. */
export interface Given {
  readonly flags: ReadonlySet<string>;
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly paths: readonly string[];
}

/** Reads arguments: `--name`, `--name value`, `--name=value`; everything after `--` is a path. A message says what cannot be understood. */
export function readOptions(args: readonly string[], kinds: Readonly<Record<string, OptionKind>>): Given | Message {
  const flags = new Set<string>();
  const texts = new Map<string, string[]>();
  const paths: string[] = [];
  const waiting = [...args];
  for (let arg = waiting.shift(); arg !== undefined; arg = waiting.shift()) {
    if (arg === '--') return { flags, texts, paths: [...paths, ...waiting] };
    const [, key, inline] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (key === undefined) {
      paths.push(arg);
      continue;
    }
    const problem = take(SHORT[key] ?? key, inline, waiting, kinds, { flags, texts });
    if (problem) return problem;
  }
  return { flags, texts, paths };
}

const SHORT: Readonly<Record<string, string>> = { h: 'help' };

function take(
  key: string, inline: string | undefined, waiting: string[], kinds: Readonly<Record<string, OptionKind>>, into: { readonly flags: Set<string>; readonly texts: Map<string, string[]> },
): Message | undefined {
  const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
  if (!kind) return unknown(key, Object.keys(kinds));
  if (kind === 'flag') {
    into.flags.add(key);
    return inline === undefined ? undefined : say`${name(`--${key}`)} takes no value`;
  }
  // A value may begin with one dash (`-` is a delimiter too), but two begin the next option.
  const value = inline ?? (waiting[0]?.startsWith('--') ? undefined : waiting.shift());
  if (value === undefined) return say`${name(`--${key}`)} needs a value`;
  const before = into.texts.get(key) ?? [];
  if (kind === 'text' && before.length > 0) return say`${name(`--${key}`)} is given twice`;
  into.texts.set(key, [...before, value]);
  return undefined;
}

function unknown(key: string, known: readonly string[]): Message {
  const meant = mostSimilar(key, known);
  if (meant !== undefined) return say`there is no option ${name(`--${key}`)} here; did you mean ${name(`--${meant}`)}?`;
  return say`there is no option ${name(`--${key}`)} here; there are ${list(known.map(one => name(`--${one}`)))}`;
}
