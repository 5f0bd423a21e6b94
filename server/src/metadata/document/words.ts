import { count, name, number, say, value, type Message } from '../../core/message.ts';

interface Named {
  readonly name: string;
}

/** `a list`, `text or a list`: what a schema's `type` asks for. That nothing may stand there, too, is not said. */
export function expectation(type: unknown): Message {
  const given = (Array.isArray(type) ? type : [type]).map(String);
  const types = given.filter(one => one !== 'null' || given.length === 1).map(typeWords);
  const [first = typeWords(''), ...others] = types;
  return others.reduce((sentence, next) => say`${sentence} or ${next}`, first);
}

function typeWords(type: string): Message {
  switch (type) {
    case 'string': return say`text`;
    case 'number': return say`a number`;
    case 'integer': return say`a whole number`;
    case 'boolean': return say`true or false`;
    case 'array': return say`a list`;
    default: return say`an object`;
  }
}

/** A bound of the schema that a value does not keep. */
export function limitWords(keyword: string, key: Named, limit: number): Message {
  switch (keyword) {
    case 'minLength': return say`${key} is empty`;
    case 'maxLength': return say`${key} takes at most ${count(limit, 'character')}`;
    case 'minItems':
    case 'minProperties': return say`${key} is empty; it has to hold something`;
    case 'minimum': return say`${key} should be at least ${number(limit)}`;
    case 'maximum': return say`${key} should be at most ${number(limit)}`;
    case 'exclusiveMinimum': return say`${key} should be greater than ${number(limit)}`;
    case 'exclusiveMaximum': return say`${key} should be less than ${number(limit)}`;
    default: return say`${key} is not as the standard wants it`;
  }
}

/** A text that does not follow its notation; `examples` has right ones by key. */
export function patternWords(key: Named, given: string, examples: Readonly<Record<string, string>> = {}): Message {
  const example = examples[key.name];
  if (example === undefined) return say`${value(given, -1)} is not how ${name(key.name)} is written`;
  return say`${value(given, -1)} is not how ${name(key.name)} is written; an example is ${value(example, -1)}`;
}
