// One column of a run of records that have all columns, added in a few short loops: find the contents and hash them, count what is kept, classify the
// rest, add up the numbers. A loop that does one thing and calls nothing keeps all it needs in registers, and its branches are soon learnt.
import { addresses, Cells, flags, hashes, isPlain, lengthAt, lengths, odd, waiting } from './blockCells';
import { addCount, addHash, addLengths, addMissing, addPresent, Column, DECIMALS, MIXED, raiseBar, WORDS } from './column';
import { hashShort, isClosed, longHash, scanContent, unescape } from './content';
import { longClass, shortClass, shortContent } from './cell';
import { addDecimals } from './decimals';
import { CLASS, HAS_AT, HAS_HIGH, HAS_QUOTE } from './found';
import { FLOAT, value } from './numbers';
import { ChunkView } from './table';
import { Tokens, tokenOf } from './tokens';
import { countKept, Values } from './values';
import { addWords } from './wording';

/** The cells that are being added. */
const cells = changetype<Cells>(memory.data(48, 16));
/** Where the next content goes that is written anew, since it holds doubled quotes. */
let scratch: usize = 0;

/**
 * Adds a column's cells: the one that ends at the offset in `ends`, and each `step` bytes on, `records` in all. Hashes are left in `hashes`. Which loop
 * reads them follows from what most cells of the block before were.
 */
export function addColumn(tokens: Tokens, column: Column, chunk: ChunkView, ends: usize, step: usize, isLast: bool, records: u32, record: u64): void {
  cells.bytes = chunk.bytes;
  cells.ends = ends;
  cells.step = <u32>step;
  cells.records = records;
  cells.quote = chunk.quote == 0 ? 256 : chunk.quote;
  cells.trimmed = isLast ? chunk.length : 0;
  scratch = chunk.scratch;
  const majority = records >>> 1;
  if (column.mode == DECIMALS) {
    if (addDecimals(tokens, column, cells) < majority) column.mode = MIXED;
  } else if (column.mode == WORDS) {
    if (addWords(tokens, column, cells) < majority) column.mode = MIXED;
  } else countShort(column, record);
  raiseBar(column);
  readOdd(tokens, column);
  const rest = countKnown(changetype<Values>(column.values), record);
  if (rest > 0) addRest(tokens, column, rest, record, majority);
}

/** Reads contents of 1 to 16 bytes without quotes inside, and counts those whose values are kept. */
function countShort(column: Column, record: u64): void {
  const values = changetype<Values>(column.values);
  const threshold = values.threshold;
  const slots = values.slots;
  const mask = values.mask;
  const bytes = cells.bytes;
  const quote = cells.quote;
  const trimmed = cells.trimmed;
  const step = <usize>cells.step;
  const records = <usize>cells.records;
  let ends = cells.ends;
  let left: usize = waiting;
  let strange: usize = odd;
  let quoted: u32 = 0;
  for (let i: usize = 0; i < records; i++) {
    let at = bytes + load<u32>(ends - 4) + 1;
    let length = lengthAt(at, bytes, load<u32>(ends), trimmed);
    ends += step;
    const first = <u32>load<u8>(at);
    if (first == quote) {
      if (!isPlain(at, length, quote)) {
        store<u32>(strange, <u32>i);
        strange += 4;
        continue;
      }
      at++;
      length -= 2;
      quoted++;
    } else if (length - 1 >= 16) {
      store<u32>(strange, <u32>i);
      strange += 4;
      continue;
    }
    const hash = hashShort(shortContent(at, length), length);
    store<u64>(hashes + 8 * i, hash);
    if (hash <= threshold) {
      if (countKept(slots, mask, hash, record + i)) continue;
    }
    store<u32>(addresses + 4 * i, <u32>at);
    store<u32>(lengths + 4 * i, length);
    store<u32>(left, <u32>i);
    left += 4;
  }
  column.quoted += quoted;
  cells.waiting = <u32>((left - waiting) >>> 2);
  cells.odd = <u32>((strange - odd) >>> 2);
}

/** Reads the cells listed as odd, and lists them as waiting but for empty ones that are missing. */
function readOdd(tokens: Tokens, column: Column): void {
  const quote = cells.quote;
  for (let k: u32 = 0; k < cells.odd; k++) {
    const i = <usize>load<u32>(odd + 4 * <usize>k);
    const ends = cells.ends + <usize>cells.step * i;
    let at = cells.bytes + load<u32>(ends - 4) + 1;
    let length = lengthAt(at, cells.bytes, load<u32>(ends), cells.trimmed);
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
      continue;
    }
    let found = scanContent(at, length, inner);
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
    store<u32>(waiting + 4 * <usize>cells.waiting, <u32>i);
    cells.waiting++;
  }
}

/** Counts the waiting cells whose values are kept; leaves the others listed, and returns how many they are. */
function countKnown(values: Values, record: u64): u32 {
  const threshold = values.threshold;
  const slots = values.slots;
  const mask = values.mask;
  const end = waiting + 4 * <usize>cells.waiting;
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
function addRest(tokens: Tokens, column: Column, rest: u32, record: u64, majority: u32): void {
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
  if (decimals > majority) column.mode = DECIMALS;
  if (words > majority) column.mode = WORDS;
}
