/** Sizes of the parts of an exported summary, see server/kernel/exported.ts. */
const HEADER = 32;
const CLASSES = 12 * 8;
const VALUE = 28;
const BUCKET = 12;

/** Calls the first records of all values anew, in place: for a summary of records whose numbers were not known yet. Gives the same bytes. */
export function moveRows(exported: Uint8Array, rowOf: (row: number) => number): Uint8Array {
  const view = new DataView(exported.buffer, exported.byteOffset, exported.byteLength);
  const [columns, tokens, registers] = [view.getUint32(4, true), view.getUint32(8, true), 2 ** view.getUint32(20, true)];
  let at = HEADER;
  for (let column = 0; column < columns; column++) {
    const numbers = view.getUint32(at + 8 * tokens, true) + view.getUint32(at + 8 * tokens + 4, true) + view.getUint32(at + 8 * tokens + 8, true) + view.getUint32(at + 8 * tokens + 12, true);
    at += 8 * tokens + CLASSES;
    if (numbers > 0) at = afterNumbers(view, at);
    at = moveValues(view, at, registers, rowOf);
  }
  return exported;
}

/** Least, greatest, how many are negative and zero, two exact sums, and the buckets of the histogram. */
function afterNumbers(view: DataView, from: number): number {
  let at = from + 32;
  for (let sum = 0; sum < 2; sum++) at += 8 + 4 * view.getUint32(at + 4, true);
  return at + 8 + BUCKET * view.getUint32(at + 4, true);
}

function moveValues(view: DataView, from: number, registers: number, rowOf: (row: number) => number): number {
  const [count, complete] = [view.getUint32(from, true), view.getUint32(from + 4, true) === 1];
  const end = from + 8 + VALUE * count;
  for (let at = from + 8 + 16; at < end; at += VALUE) {
    const row = rowOf(view.getUint32(at, true) + 2 ** 32 * view.getUint32(at + 4, true));
    view.setUint32(at, row % 2 ** 32, true);
    view.setUint32(at + 4, Math.floor(row / 2 ** 32), true);
  }
  return complete ? end : end + registers;
}
