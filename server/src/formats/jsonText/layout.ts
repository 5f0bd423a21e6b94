import type { Container } from '../../core/reading.ts';
import { Lexer } from './lexer.ts';
import { NestedScanner } from './nested.ts';

/** Where the records of a JSON document are: the offset of the bracket that opens them. */
export interface Layout {
  readonly container: Exclude<Container, 'lines'>;
  readonly at: number;
}

/** Finds its way through a document that may be cut at its end. */
class Walker extends Lexer {
  readonly #nested = new NestedScanner(this);

  constructor(bytes: Uint8Array) {
    super();
    this.begin(bytes, bytes.length);
  }

  /** Where the value at `at` ends, -1 where it is broken or cut. */
  skip(at: number): number {
    const byte = this.byteAt(at);
    if (byte === 34) return this.string(at) + 1 || -1;
    if (byte === 91 || byte === 123) return this.#nested.scan(at);
    return byte === 45 || (byte >= 48 && byte <= 57) ? this.number(at) : this.word(at);
  }
}

/**
 * The records of a document: the elements of an array at its top, else of the first array of objects one level below (`{"data": [{...}]}`, GeoJSON's
 * `features`), else the columns of an object whose members are all arrays or all objects. `undefined` where it is none of these.
 */
export function layoutOf(bytes: Uint8Array): Layout | undefined {
  const walker = new Walker(bytes);
  const at = walker.space(0);
  if (walker.byteAt(at) === 91) return { container: 'array', at };
  if (walker.byteAt(at) !== 123) return undefined;
  return walkMembers(walker, at);
}

function walkMembers(walker: Walker, open: number): Layout | undefined {
  const kinds = new Set<number>();
  for (let key = walker.space(open + 1); walker.byteAt(key) === 34;) {
    const keyEnd = walker.key(key);
    const value = keyEnd < 0 ? -1 : walker.colon(keyEnd + 1);
    if (value < 0) break;
    const byte = walker.byteAt(value);
    const first = walker.byteAt(walker.space(value + 1));
    if (byte === 91 && first === 123) return { container: 'array', at: value };
    kinds.add(byte === 123 || byte === 91 ? byte : 0);
    const end = walker.skip(value);
    if (end < 0) break;
    const comma = walker.space(end);
    key = walker.byteAt(comma) === 44 ? walker.space(comma + 1) : comma;
  }
  const [kind] = kinds;
  return kinds.size === 1 && kind !== 0 ? { container: 'columns', at: open } : undefined;
}

/** A stretch of text that is no JSON: an index into `JSON_FAULTS`, and where it begins and ends. */
export interface Fault {
  readonly fault: number;
  readonly start: number;
  readonly end: number;
}

/** The first thing that makes the text as a whole no JSON document; `undefined` where it is one. Numbers such as NaN are let pass. */
export function documentFault(text: Uint8Array): Fault | undefined {
  const walker = new Walker(text);
  const at = walker.space(0);
  if (at >= text.length) return undefined;
  const end = walker.skip(at);
  const next = end < 0 ? text.length : walker.space(end);
  if (end >= 0 && next < text.length) walker.forgive(startsValue(text[next] ?? 0) ? 'values-in-a-row' : 'unexpected', next);
  return walker.fault === -1 ? undefined : { fault: walker.fault, start: walker.faultStart, end: walker.faultEnd };
}

const startsValue = (byte: number): boolean => byte === 123 || byte === 91 || byte === 34 || byte === 45 || byte >= 48 && byte <= 57;

/** How a file that should hold one record a line lies instead, judged by its first bytes; `undefined` where its lines are records. */
export function strayLayout(head: Uint8Array): Layout | undefined {
  const walker = new Walker(head);
  const at = walker.space(0);
  const lineEnd = endOfLine(head, at);
  const end = new Walker(head.subarray(0, lineEnd)).skip(at);
  if (walker.byteAt(at) === 91) {
    const holdsObjects = walker.byteAt(walker.space(at + 1)) === 123;
    const isAlone = end < 0 || walker.space(lineEnd) >= head.length;
    return holdsObjects && isAlone ? { container: 'array', at } : undefined;
  }
  const spreads = walker.byteAt(at) === 123 && end < 0 && new Walker(head.subarray(0, lineEnd)).skip(at) < 0 && walker.skip(at) > lineEnd;
  return spreads ? { container: 'values', at } : undefined;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  const lf = bytes.indexOf(10, from);
  if (lf !== -1) return lf;
  const cr = bytes.indexOf(13, from);
  return cr === -1 ? bytes.length : cr;
}
