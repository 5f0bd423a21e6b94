// One column of a run of records that have all columns, added in a few short loops: find the contents and hash them, count what is kept, classify the
// rest, add up the numbers. A loop that does one thing and calls nothing keeps all it needs in registers, and its branches are soon learnt.
import { addresses, flags, hashes, lengths, odd, waiting } from './blockCells';
import { addCount, addHash, addLengths, addMissing, addPresent, Column } from './column';
import { hashShort, isClosed, longHash, scanContent, scanInline, unescape } from './content';
import { longClass, shortClass, shortContent } from './cell';
import { addDecimals } from './decimals';
import { CLASS, HAS_AT, HAS_HIGH, HAS_QUOTE } from './found';
import { FLOAT, value } from './numbers';
import { ChunkView } from './table';
import { Tokens, tokenOf } from './tokens';
import { countKept, Values } from './values';
import { addWords } from './wording';

/** How many cells are listed in `waiting`. */
let listed: u32 = 0;
/** Where the next content goes that is written anew, since it holds doubled quotes. */
let scratch: usize = 0;

/**
 * Adds a column's cells: the one that ends at the offset in `ends`, and each `step` bytes on, `records` in all. A cell starts one after the end that is
 * listed before its own. The cells of the last column may have a carriage return before their line ends. Hashes are left in `hashes`.
 */
export function addColumn(tokens: Tokens, column: Column, chunk: ChunkView, ends: usize, step: usize, isLast: bool, records: u32, record: u64): void {
  const quote: u32 = chunk.quote == 0 ? 256 : chunk.quote;
  const trimmed: u32 = isLast ? chunk.length : 0;
  listed = 0;
  scratch = chunk.scratch;
  if (column.isLong) readAll(tokens, column, chunk.bytes, ends, step, records, quote, trimmed);
  else readPlain(tokens, column, chunk.bytes, ends, step, records, quote, trimmed);
  let rest = countKnown(changetype<Values>(column.values), record);
  if (column.isDecimal) rest = addDecimals(tokens, column, rest);
  if (column.isWording) rest = addWords(tokens, column, rest);
  if (rest > 0) addRest(tokens, column, rest, record);
}

/** Finds and hashes contents of 1 to 16 bytes without quotes inside; leaves the others to `readCell`. See `lengthAt` for `trimmed`. */
function readPlain(tokens: Tokens, column: Column, bytes: usize, ends: usize, step: usize, records: u32, quote: u32, trimmed: u32): void {
  const quotes = i8x16.splat(<i8>quote);
  let plain: usize = waiting;
  let others: usize = odd;
  let quoted: u32 = 0;
  for (let i: usize = 0; i < <usize>records; i++) {
    let at = bytes + load<u32>(ends - 4) + 1;
    let length = lengthAt(at, bytes, load<u32>(ends), trimmed);
    ends += step;
    store<u32>(addresses + 4 * i, <u32>at);
    store<u32>(lengths + 4 * i, length);
    store<u32>(others, <u32>i);
    if (<u32>load<u8>(at) == quote) {
      if (!isPlain(at, length, quote, quotes)) {
        others += 4;
        continue;
      }
      at++;
      length -= 2;
      quoted++;
      store<u32>(addresses + 4 * i, <u32>at);
      store<u32>(lengths + 4 * i, length);
    }
    if (length - 1 >= 16) {
      others += 4;
      continue;
    }
    store<u64>(hashes + 8 * i, hashShort(shortContent(at, length), length));
    store<u32>(plain, <u32>i);
    plain += 4;
  }
  column.quoted += quoted;
  listed = <u32>((plain - waiting) >>> 2);
  column.isLong = u32(4 * listed < records);
  for (let at: usize = odd; at < others; at += 4) {
    const i = <usize>load<u32>(at);
    readCell(tokens, column, i, load<u32>(addresses + 4 * i), load<u32>(lengths + 4 * i), quote);
  }
}

/** Finds and hashes all contents one by one: the way for columns whose contents are long. */
function readAll(tokens: Tokens, column: Column, bytes: usize, ends: usize, step: usize, records: u32, quote: u32, trimmed: u32): void {
  let short: u32 = 0;
  for (let i: usize = 0; i < <usize>records; i++) {
    const at = bytes + load<u32>(ends - 4) + 1;
    const length = lengthAt(at, bytes, load<u32>(ends), trimmed);
    ends += step;
    short += u32(length - 1 < 16);
    readCell(tokens, column, i, at, length, quote);
  }
  column.isLong = u32(2 * short < records);
}

/** Length of the cell from `at` to offset `end`, without its carriage return if it has one before a line feed below offset `trimmed`. */
// @ts-ignore: decorator
@inline
function lengthAt(at: usize, bytes: usize, end: u32, trimmed: u32): u32 {
  let length = <u32>(bytes + end - at);
  if (load<u8>(at + length - 1) == 13) length -= u32(load<u8>(at + length) == 10) & u32(length > 0) & u32(end < trimmed);
  return length;
}

/** Whether a cell that begins with a quote is a quoted one with 1 to 16 bytes between its quotes, none of which is a quote. */
// @ts-ignore: decorator
@inline
function isPlain(at: usize, length: u32, quote: u32, quotes: v128): bool {
  if (length - 3 >= 16) return false;
  if (<u32>load<u8>(at + length - 1) != quote) return false;
  return !v128.any_true(i8x16.eq(shortContent(at + 1, length - 2), quotes));
}

/** Hashes any content; counts it where it is empty and that means missing. */
function readCell(tokens: Tokens, column: Column, i: usize, at: usize, length: u32, quote: u32): void {
  let inner: u32 = 256;
  if (<u32>load<u8>(at) == quote && isClosed(at, length, quote)) {
    inner = quote;
    at++;
    length -= 2;
    column.quoted++;
  }
  if (length == 0 && tokens.empty >= 0) {
    addMissing(column, tokens.empty);
    store<u64>(hashes + 8 * i, tokens.emptyHash);
    return;
  }
  let found = scanInline(at, length, inner);
  if (found >= HAS_QUOTE && inner < 256) {
    length = unescape(scratch, at, length, quote);
    at = scratch;
    scratch += length;
    found = scanContent(at, length, 256);
  }
  store<u32>(addresses + 4 * i, <u32>at);
  store<u32>(lengths + 4 * i, length);
  store<u32>(flags + 4 * i, found & ~HAS_QUOTE);
  store<u64>(hashes + 8 * i, longHash);
  store<u32>(waiting + 4 * <usize>listed, <u32>i);
  listed++;
}

/** Counts the listed cells whose values are kept; leaves the others listed, and returns how many they are. */
function countKnown(values: Values, record: u64): u32 {
  const threshold = values.threshold;
  const slots = values.slots;
  const mask = values.mask;
  const end = waiting + 4 * <usize>listed;
  let rest: usize = waiting;
  for (let at: usize = waiting; at < end; at += 4) {
    const i = load<u32>(at);
    const hash = load<u64>(hashes + 8 * <usize>i);
    store<u32>(rest, i);
    if (hash > threshold) rest += 4;
    else if (!countKept(slots, mask, hash, record + i)) rest += 4;
  }
  return <u32>((rest - waiting) >>> 2);
}

/** Adds the cells that are listed as waiting. */
function addRest(tokens: Tokens, column: Column, rest: u32, record: u64): void {
  const values = changetype<Values>(column.values);
  const registers = column.registers;
  const shift = column.registerShift;
  let sum: u64 = 0;
  let least: u32 = u32.MAX_VALUE;
  let most: u32 = 0;
  let decimals: u32 = 0;
  let words: u32 = 0;
  for (let k: u32 = 0; k < rest; k++) {
    const i = <usize>load<u32>(waiting + 4 * <usize>k);
    const at = <usize>load<u32>(addresses + 4 * i);
    const length = load<u32>(lengths + 4 * i);
    const hash = load<u64>(hashes + 8 * i);
    const token = tokenOf(tokens, hash, at, length);
    if (token >= 0) {
      addMissing(column, token);
      continue;
    }
    const found = length <= 16 ? shortClass(shortContent(at, length), at, length) : longClass(at, length) | load<u32>(flags + 4 * i);
    const isNumber = (found & CLASS) <= FLOAT;
    decimals += u32(isNumber) & u32(length <= 16);
    if (isNumber || hash <= values.threshold) {
      addPresent(column, found, hash, length, value, record + i);
      continue;
    }
    words++;
    addHash(registers, shift, hash);
    addCount(changetype<usize>(column) + 8 * <usize>(found & CLASS), 1);
    sum += length;
    least = min<u32>(least, length);
    most = max<u32>(most, length);
    if ((found & (HAS_AT | HAS_HIGH)) != 0) {
      column.withAt += u64((found & HAS_AT) != 0);
      column.nonAscii += u64((found & HAS_HIGH) != 0);
    }
  }
  addLengths(column, sum, least, most);
  if (decimals > rest >>> 1) column.isDecimal = 1;
  if (words > rest >>> 1) column.isWording = 1;
}
