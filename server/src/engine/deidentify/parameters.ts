import { list, name, number, say, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { isOfKind, type Parameter, type Parameters } from '../../core/transform.ts';
import { mostSimilar } from '../../util/similar.ts';

/** What is wrong with the parameters a plan gives; `undefined` where nothing is. */
export function wrongParameter(parameters: Parameters, given: Readonly<Record<string, Json>>): Message | undefined {
  for (const [key, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, key) ? parameters[key] : undefined;
    if (!parameter) return unknownParameter(key, Object.keys(parameters));
    if (!isOfKind(value, parameter)) return wrongValue(key, parameter);
  }
  return undefined;
}

function unknownParameter(key: string, known: readonly string[]): Message {
  const meant = mostSimilar(key, known);
  if (meant !== undefined) return say`there is no parameter ${name(key)}; did you mean ${name(meant)}?`;
  return known.length === 0 ? say`there is no parameter ${name(key)}: it takes none` : say`there is no parameter ${name(key)}, but ${list(known.map(name))}`;
}

function wrongValue(key: string, parameter: Parameter): Message {
  switch (parameter.kind) {
    case 'text': return say`${name(key)} takes a text`;
    case 'word': return say`${name(key)} takes ${list(parameter.words.map(name))}`;
    case 'flag': return say`${name(key)} is true or false`;
    case 'number': return wrongNumber(key, parameter);
  }
}

function wrongNumber(key: string, { least, most, whole }: Extract<Parameter, { readonly kind: 'number' }>): Message {
  const kind = whole ? say`a whole number` : say`a number`;
  if (least !== undefined && most !== undefined) return say`${name(key)} takes ${kind} from ${number(least)} to ${number(most)}`;
  return least === undefined ? say`${name(key)} takes ${kind}` : say`${name(key)} takes ${kind}, at least ${number(least)}`;
}
