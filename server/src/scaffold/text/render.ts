import { name, say } from '../../core/message.ts';
import type { Message } from '../../core/message.ts';
import type { Outcome, Reason } from '../outcome.ts';
import { FILTERS } from './filters.ts';
import { parse } from './parse.ts';
import type { Piece, Test } from './parse.ts';
import { isAbsent, isList, isScope, isWord, lookUp } from './values.ts';
import type { Scope, Value } from './values.ts';

/** Renders one `.tmpl` file. A placeholder that cannot be filled is a reason, never a blank; all of a file's reasons come at once. */
export function renderText(file: string, source: string, scope: Scope): Outcome<string> {
  const pieces = parse(file, source);
  if (pieces.reasons !== undefined) return pieces;
  const reasons: Reason[] = [];
  const text = write(pieces.value, scope, (line, message) => void reasons.push({ where: `${file}:${line}`, message }));
  return reasons.length > 0 ? { reasons } : { value: text };
}

type Complain = (line: number, message: Message) => void;

function write(pieces: readonly Piece[], scope: Scope, complain: Complain): string {
  return pieces.map(piece => {
    switch (piece.kind) {
      case 'text': return piece.text;
      case 'value': return writeValue(piece, scope, complain);
      case 'if': return write(passes(piece.test, piece.line, scope, complain) ? piece.then : piece.otherwise, scope, complain);
      case 'each': return writeEach(piece, scope, complain);
    }
  }).join('');
}

function writeValue({ path, filters, line }: Extract<Piece, { kind: 'value' }>, scope: Scope, complain: Complain): string {
  const shown = name(path.join('.'));
  let value = lookUp(scope, path);
  if (value === undefined) return refused(complain, line, say`${shown} has no value`);
  if (typeof value === 'string' && filters.length === 0) {
    return refused(complain, line, say`${shown} is free text and needs a filter that says how it is written here`);
  }
  for (const filter of filters) {
    value = FILTERS[filter]?.(value);
    if (value === undefined) return refused(complain, line, say`The filter ${name(filter)} cannot write ${shown}`);
  }
  if (isScope(value) || isList(value) || isAbsent(value)) return refused(complain, line, say`${shown} is not a single value`);
  return isWord(value) ? value.word : String(value);
}

/** `is` compares words; without it, yes and lists with something in them pass. What is absent never does, unless negated. */
function passes(test: Test, line: number, scope: Scope, complain: Complain): boolean {
  const value = lookUp(scope, test.path);
  const path = name(test.path.join('.'));
  if (value === undefined) complain(line, say`${path} has no value`);
  else if (isAbsent(value)) return test.negated;
  else if (test.is !== undefined && !isWord(value)) complain(line, say`${path} is no word that could be compared`);
  else if (test.is === undefined && typeof value !== 'boolean' && !isList(value)) {
    complain(line, say`${path} is neither yes or no nor a list`);
  }
  const passed = test.is !== undefined ? isWord(value) && value.word === test.is : value === true || (isList(value) && value.length > 0);
  return passed !== test.negated;
}

function writeEach(piece: Extract<Piece, { kind: 'each' }>, scope: Scope, complain: Complain): string {
  const list = lookUp(scope, piece.path);
  if (!isList(list)) return refused(complain, piece.line, say`${name(piece.path.join('.'))} is not a list`);
  return list.map((item, i) => {
    const fields: Record<string, Value> = { ...scope.fields, [piece.item]: item, last: i === list.length - 1 };
    return write(piece.body, { fields }, complain);
  }).join('');
}

function refused(complain: Complain, line: number, message: Message): string {
  complain(line, message);
  return '';
}
