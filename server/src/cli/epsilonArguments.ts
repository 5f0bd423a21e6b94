import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import type { Given } from './options.ts';
import type { EpsilonInvocation, LossQuestion } from './epsilonQuestion.ts';
import { type Unlocated, isMessage, oneOf, word } from './wishes.ts';

/** Reads `lintel privacy epsilon`: `--noise`, `--epsilon` or `--local` says what is asked for. */
export function epsilonOf(given: Given): Unlocated<EpsilonInvocation> | Message {
  const format = word(given, 'format', ['text', 'json'] as const, 'text');
  if (isMessage(format)) return format;
  const asked = given.texts.has('noise') ? runOf(given) : given.texts.has('epsilon') ? releasesOf(given) : given.texts.has('local') ? shuffleOf(given) : undefined;
  if (asked && isMessage(asked)) return asked;
  return asked ? { command: 'privacy-epsilon', asked, format }
    : say`privacy epsilon takes --noise, --rate, --steps and --delta of a run, --epsilon and --times of releases, or --local, --users and --delta of shuffled reports`;
}

function runOf(given: Given): LossQuestion | Message {
  const noiseMultiplier = above(given, 'noise', 0, Infinity, undefined);
  const [sampleRate, steps, delta] = [above(given, 'rate', 0, 1, 1), whole(given, 'steps', 1), above(given, 'delta', 0, ONE, undefined)];
  for (const one of [noiseMultiplier, sampleRate, steps, delta]) if (typeof one !== 'number') return one;
  if (typeof noiseMultiplier !== 'number' || typeof sampleRate !== 'number' || typeof steps !== 'number' || typeof delta !== 'number') return needed('delta');
  return { of: 'run', run: { noiseMultiplier, sampleRate, steps, delta } };
}

function releasesOf(given: Given): LossQuestion | Message {
  const [epsilon, delta, times] = [above(given, 'epsilon', 0, Infinity, undefined), above(given, 'delta', 0, ONE, 0), whole(given, 'times', 1)];
  const slack = given.texts.has('slack') ? above(given, 'slack', 0, ONE, undefined) : undefined;
  if (typeof epsilon !== 'number') return epsilon;
  if (typeof delta !== 'number') return delta;
  if (typeof times !== 'number') return times;
  return typeof slack === 'object' ? slack : { of: 'releases', release: { epsilon, delta }, times, slack };
}

function shuffleOf(given: Given): LossQuestion | Message {
  const [local, users, delta] = [above(given, 'local', 0, Infinity, undefined), whole(given, 'users', undefined), above(given, 'delta', 0, ONE, undefined)];
  if (typeof local !== 'number') return local;
  if (typeof users !== 'number') return users;
  return typeof delta === 'number' ? { of: 'shuffle', local, users, delta } : delta;
}

/** The greatest number below 1. */
const ONE = 1 - Number.EPSILON / 2;

const needed = (key: string): Message => say`${name(`--${key}`)} is needed`;

/** A number above `least` and up to `most`; a quotient such as 256/60000 too. */
function above(given: Given, key: string, least: number, most: number, usual: number | undefined): number | Message {
  const text = oneOf(given, key);
  if (text === undefined) return usual ?? needed(key);
  const [part = '', whole = '1', ...more] = text.split('/');
  const value = part.trim() === '' || whole.trim() === '' || more.length > 0 ? NaN : Number(part) / Number(whole);
  if (value > least && value <= most) return value;
  return most === Infinity ? say`${name(`--${key}`)} takes a number above 0, not ${name(text)}` : say`${name(`--${key}`)} takes a number above 0 and up to 1, not ${name(text)}`;
}

function whole(given: Given, key: string, usual: number | undefined): number | Message {
  const text = oneOf(given, key);
  if (text === undefined) return usual ?? needed(key);
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : say`${name(`--${key}`)} takes a whole number, not ${name(text)}`;
}
