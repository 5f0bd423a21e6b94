import { RowWriter } from '../rows/writer.ts';
import type { RenderedCells } from '../rows/writer.ts';
import { firstIllFormed } from '../../util/utf8.ts';
import { WRITTEN } from './values.ts';
import type { ColumnForm } from './values.ts';

/** The values of a page or a dictionary as cells. */
export interface Texts extends RenderedCells {
  /** Of each value, the chunk it was copied into last and where it starts there. */
  readonly placed: { readonly chunk: Float64Array; readonly start: Uint32Array };
}

const writer = new RowWriter();

/** Renders values, none of which is null. */
export function textsOf(values: ArrayLike<unknown>, form: ColumnForm): Texts {
  writer.begin();
  if (form === WRITTEN && isWords(values)) for (let i = 0; i < values.length; i++) writer.integer(values[i] ?? 0);
  else if (form === WRITTEN && isLongs(values)) writeLongs(values);
  else for (let i = 0; i < values.length; i++) form(values[i], 0, writer);
  return finish();
}

/** Renders `count` strings, each of which stands after its length, as UTF-8 that is copied; what is ill-formed is replaced. Throws where one is cut. */
export function textsOfStrings(page: Uint8Array, from: number, count: number): Texts {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
  const isWellFormed = firstIllFormedString(view, page, from, count) === -1;
  writer.begin();
  for (let i = 0, at = from; i < count; i++) {
    const length = view.getUint32(at, true);
    at += 4;
    if (isWellFormed) writer.utf8(page, at, at + length);
    else writer.text(decoder.decode(page.subarray(at, at + length)), 0);
    at += length;
  }
  return finish();
}

const decoder = new TextDecoder();

/** The first string that is no UTF-8, or -1; throws where one is cut. Texts of ASCII need no second look. */
function firstIllFormedString(view: DataView, page: Uint8Array, from: number, count: number): number {
  for (let i = 0, at = from; i < count; i++) {
    const end = at + 4 + view.getUint32(at, true);
    if (end > page.length) throw new Error('a string is cut short');
    for (let k = at + 4; k < end; k++) {
      if ((page[k] ?? 0) < 128) continue;
      if (firstIllFormed(page.subarray(k, end)) !== -1) return i;
      break;
    }
    at = end;
  }
  return -1;
}

function finish(): Texts {
  const cells = writer.rendered();
  const { length } = cells.starts;
  return { ...cells, placed: { chunk: new Float64Array(length), start: new Uint32Array(length) } };
}

const isWords = (values: ArrayLike<unknown>): values is Int32Array | Uint32Array => values instanceof Int32Array || values instanceof Uint32Array;
const isLongs = (values: ArrayLike<unknown>): values is BigInt64Array | BigUint64Array => values instanceof BigInt64Array || values instanceof BigUint64Array;

/** Whole numbers of 64 bits, most of which a double holds as well. */
function writeLongs(values: BigInt64Array | BigUint64Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
  const signed = values instanceof BigInt64Array;
  for (let i = 0; i < values.length; i++) {
    const high = words[2 * i + 1] ?? 0;
    const number = (signed ? high | 0 : high) * 2 ** 32 + (words[2 * i] ?? 0);
    if (Number.isSafeInteger(number)) writer.integer(number);
    else writer.plain(String(values[i]), 0);
  }
}
