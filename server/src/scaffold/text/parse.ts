import { name, say } from '../../core/message.ts';
import { refuse } from '../outcome.ts';
import type { Outcome } from '../outcome.ts';

/** A piece of a template file. `line` counts from 1. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly path: readonly string[]; readonly filters: readonly string[]; readonly line: number }
  | { readonly kind: 'if'; readonly test: Test; readonly then: Pieces; readonly otherwise: Pieces; readonly line: number }
  | { readonly kind: 'each'; readonly path: readonly string[]; readonly item: string; readonly body: Pieces; readonly line: number };
type Pieces = readonly Piece[];

/** `{{#if a}}`, `{{#if not a}}`, `{{#if a is b}}`, `{{#if a is not b}}`. */
export interface Test {
  readonly path: readonly string[];
  readonly is?: string;
  readonly negated: boolean;
}

/**
 * Parses the syntax of `.tmpl` files: `{{value | filter}}`, `{{#if answer is word}} {{else}} {{/if}}`, `{{#each columns as column}}
 * {{/each}}`. A line that holds one block tag and blanks disappears as a whole. Anything else between double braces is refused.
 */
export function parse(file: string, source: string): Outcome<readonly Piece[]> {
  const root: Frame = { pieces: [] };
  const stack: Frame[] = [root];
  let line = 1;
  for (const token of tokens(source)) {
    if (token.tag === undefined) top(stack).pieces.push({ kind: 'text', text: token.text });
    const problem = token.tag === undefined ? undefined : take(token.tag, line, stack);
    if (problem !== undefined) return refuse(`${file}:${line}`, problem);
    line += token.text.split('\n').length - 1;
  }
  const open = top(stack).opened;
  return open === undefined ? { value: root.pieces } : refuse(`${file}:${open.line}`, say`${name(`{{#${open.tag}}}`)} is not closed`);
}

/** A list under construction; `opened` is the block that it belongs to. */
interface Frame {
  pieces: Piece[];
  readonly opened?: { readonly tag: 'if' | 'each'; readonly line: number };
  readonly close?: (frame: Frame) => Piece;
  then?: readonly Piece[];
}

const PATH = '[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*';
const VALUE = new RegExp(`^(${PATH})((?:\\s*\\|\\s*[a-zA-Z]+)*)$`, 'u');
const IF = new RegExp(`^#if\\s+(not\\s+)?(${PATH})(?:\\s+is\\s+(not\\s+)?([\\w-]+))?$`, 'u');
const EACH = new RegExp(`^#each\\s+(${PATH})\\s+as\\s+([a-z][A-Za-z0-9]*)$`, 'u');

/** Text and tags in turn. A tag that stands alone on its line takes the blanks before it and the line end after it along. */
function* tokens(source: string): Generator<{ readonly text: string; readonly tag?: string }> {
  const pattern = /^[ \t]*\{\{([#/][^{}]*|else)\}\}[ \t]*(?:\r?\n|$(?![\s\S]))|\{\{([^{}]*)\}\}/gm;
  let from = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > from) yield { text: source.slice(from, match.index) };
    yield { text: match[0], tag: (match[1] ?? match[2] ?? '').trim() };
    from = match.index + match[0].length;
  }
  if (from < source.length) yield { text: source.slice(from) };
}

function take(tag: string, line: number, stack: Frame[]) {
  const frame = top(stack);
  if (tag === 'else') {
    if (frame.opened?.tag !== 'if' || frame.then !== undefined) return say`${name('{{else}}')} does not belong to an ${name('{{#if}}')}`;
    frame.then = frame.pieces;
    frame.pieces = [];
    return undefined;
  }
  if (tag.startsWith('/')) return close(tag.slice(1), stack);
  const opened = open(tag, line);
  if (opened !== undefined) {
    stack.push(opened);
    return undefined;
  }
  const value = VALUE.exec(tag);
  if (value === null) return say`${name(`{{${tag}}}`)} is no placeholder`;
  const filters = (value[2] ?? '').split('|').map(filter => filter.trim()).filter(filter => filter !== '');
  frame.pieces.push({ kind: 'value', path: (value[1] ?? '').split('.'), filters, line });
  return undefined;
}

function open(tag: string, line: number): Frame | undefined {
  const test = IF.exec(tag);
  if (test !== null) {
    const negated = (test[1] ?? test[3]) !== undefined;
    const parsed = { path: (test[2] ?? '').split('.'), negated, ...(test[4] === undefined ? {} : { is: test[4] }) };
    const finish = (frame: Frame): Piece =>
      ({ kind: 'if', test: parsed, then: frame.then ?? frame.pieces, otherwise: frame.then === undefined ? [] : frame.pieces, line });
    return { pieces: [], opened: { tag: 'if', line }, close: finish };
  }
  const loop = EACH.exec(tag);
  if (loop === null) return undefined;
  const path = (loop[1] ?? '').split('.');
  const finish = (frame: Frame): Piece => ({ kind: 'each', path, item: loop[2] ?? '', body: frame.pieces, line });
  return { pieces: [], opened: { tag: 'each', line }, close: finish };
}

function close(tag: string, stack: Frame[]) {
  const frame = top(stack);
  if (frame.opened?.tag !== tag || frame.close === undefined) return say`${name(`{{/${tag}}}`)} closes nothing that is open`;
  stack.pop();
  top(stack).pieces.push(frame.close(frame));
  return undefined;
}

function top(stack: readonly Frame[]): Frame {
  const frame = stack.at(-1);
  if (frame === undefined) throw new Error('the outermost list is never closed');
  return frame;
}
