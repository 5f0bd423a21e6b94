import type { TextRange } from '../../server/src/core/place.ts';
import { displayWidth } from '../../server/src/words/displayWidth.ts';
import type { Block } from './examples.ts';

/** The file that the body of a block stands for. */
export interface Sample {
  readonly bytes: Uint8Array;
  /** Lines of the body as the README shows them, carets left out. */
  readonly shown: readonly string[];
  readonly lines: readonly SampleLine[];
}

/** One line of the file: the line of the README it came from, and how one was written for the other. */
interface SampleLine {
  readonly shownAt: number;
  readonly pieces: readonly Piece[];
}

/** `units`: UTF-16 code units an editor counts; `bytes`: what the file holds. */
interface Piece {
  readonly shown: string;
  readonly units: number;
  readonly bytes: Uint8Array;
}

/** Something to draw under a line of the README: columns of the display. */
export interface Mark {
  readonly line: number;
  readonly from: number;
  readonly width: number;
  readonly message: string;
}

const CARETS = /^ *\^+( .*)?$/;
const encoder = new TextEncoder();

/** The body of a block without its caret lines. */
export const stripCarets = (body: string): string => body.split('\n').filter(line => !CARETS.test(line)).join('\n');

/** Writes the file: escapes become bytes; rows with `{{i}}`, `{{pick a b c}}` or `{{number 1 9}}` are written `repeat` times, from a fixed seed. */
export function makeSample({ body, repeat, escapes, open = false }: Pick<Block, 'body' | 'repeat' | 'escapes'> & Partial<Pick<Block, 'open'>>): Sample {
  const shown = stripCarets(body).split('\n');
  if (shown.at(-1) === '') shown.pop();
  const random = generator(20_241_117);
  const lines = rowsOf(shown, repeat).map(({ shownAt, i }): SampleLine => ({ shownAt, pieces: piecesOf(shown[shownAt] ?? '', i, escapes, random) }));
  const newline = encoder.encode('\n');
  return { shown, lines, bytes: Buffer.concat(lines.flatMap(({ pieces }, i) => [...pieces.map(({ bytes }) => bytes), ...(open && i === lines.length - 1 ? [] : [newline])])) };
}

/** Rows with generated cells that follow each other are repeated together; every other row is written once. */
function rowsOf(shown: readonly string[], repeat: number): readonly { readonly shownAt: number; readonly i: number }[] {
  const rows: { shownAt: number; i: number }[] = [];
  let i = 0;
  for (let at = 0; at < shown.length; at++) {
    const from = at;
    while (shown[at]?.includes('{{')) at++;
    for (let turn = 0; turn < (at > from ? repeat : 0); turn++) {
      for (let row = from; row < at; row++) rows.push({ shownAt: row, i: ++i });
    }
    if (at < shown.length) rows.push({ shownAt: at, i });
  }
  return rows;
}

const SPECIAL = /\{\{(\w+) ?([^}]*)\}\}|\\x([\dA-Fa-f]{2})|\\(r)/g;

function piecesOf(line: string, i: number, escapes: boolean, random: () => number): readonly Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  const plain = (text: string, shown = text): Piece => ({ shown, units: text.length, bytes: encoder.encode(text) });
  for (const match of line.matchAll(SPECIAL)) {
    const [shown, placeholder, args = '', hex, carriageReturn] = match;
    if (placeholder === undefined && !escapes) continue;
    if (match.index > done) pieces.push(plain(line.slice(done, match.index)));
    if (placeholder !== undefined) pieces.push(plain(generate(placeholder, args.split(' '), i, random), shown));
    else pieces.push({ shown, units: 1, bytes: Uint8Array.of(carriageReturn ? 13 : parseInt(hex ?? '', 16)) });
    done = match.index + shown.length;
  }
  if (done < line.length) pieces.push(plain(line.slice(done)));
  return pieces;
}

function generate(placeholder: string, args: readonly string[], i: number, random: () => number): string {
  switch (placeholder) {
    case 'i': return String(i);
    case 'pick': return args[Math.floor(random() * args.length)] ?? '';
    case 'number': {
      const [low, high] = [Number(args[0]), Number(args[1])];
      return String(low + Math.floor(random() * (high - low + 1)));
    }
    default: throw new Error(`unknown placeholder {{${placeholder}}}`);
  }
}

/** A small generator of numbers in [0, 1) that is the same everywhere (Mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Where a range of the file shows in the README. A range over several lines is marked on its first. */
export function markOf(sample: Sample, { start, end }: TextRange, message: string): Mark {
  const line = sample.lines[start.line];
  const from = columnOf(line, start.character);
  const to = columnOf(line, end.line > start.line ? Infinity : end.character);
  return { line: line?.shownAt ?? Math.max(0, sample.shown.length - 1), from, width: Math.max(1, to - from), message };
}

function columnOf(line: SampleLine | undefined, character: number): number {
  let column = 0;
  let left = character;
  for (const { shown, units } of line?.pieces ?? []) {
    if (left <= 0) break;
    const whole = left >= units || shown.length !== units;
    column += displayWidth(whole ? shown : shown.slice(0, left));
    left -= units;
  }
  return column;
}

/** The body with a caret line for every mark. */
export function draw({ shown }: Sample, marks: readonly Mark[]): string {
  const unique = new Map(marks.map(mark => [JSON.stringify(mark), mark]));
  const ordered = [...unique.values()].sort((a, b) => a.from - b.from || a.width - b.width || (a.message < b.message ? -1 : 1));
  const under = (line: number): readonly string[] => ordered.filter(mark => mark.line === line)
    .map(({ from, width, message }) => `${' '.repeat(from)}${'^'.repeat(width)} ${message}`.trimEnd());
  const drawn = shown.length === 0 ? under(0) : shown.flatMap((text, line) => [text, ...under(line)]);
  return drawn.map(line => `${line}\n`).join('');
}
