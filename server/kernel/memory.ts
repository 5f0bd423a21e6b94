// The allocator: powers of two from 64 bytes, each size with its own free list. Blocks are never given back to the engine, only reused.
// Big blocks cost address space, not memory: a page is not resident before it is written to.

/** Bytes that may be read before and after every block, so that vectors can be loaded at its edges. */
const MARGIN: usize = 64;

/** Pages of 64 KiB: growing invalidates the host's views, so it is done seldom. */
const LEAST_GROWTH: i32 = 64;

/** Addresses there are, less the room to read beyond the last block. */
const MOST: u64 = 0xffff0000;

const SMALLEST: usize = 6;
/** The first free block of each size; a free block starts with the address of the next one. */
const freeLists: usize = memory.data(32 * 4);
let top: usize = 0;

/** A block of at least `size` bytes with any content, aligned to 64. Grows the memory where none is free. */
export function allocate(size: usize): usize {
  const list = freeLists + 4 * rankOf(size);
  let block = load<usize>(list);
  if (block != 0) {
    store<usize>(list, load<usize>(block));
    return block;
  }
  if (top == 0) top = (__heap_base + 2 * MARGIN) & ~(MARGIN - 1);
  block = top;
  const next = <u64>top + (<u64>1 << <u64>rankOf(size)) + MARGIN;
  if (next > MOST) unreachable();
  top = <usize>next;
  const pages = <i32>((top + MARGIN + 0xffff) >>> 16) - memory.size();
  if (pages > 0 && memory.grow(max<i32>(pages, LEAST_GROWTH)) < 0) unreachable();
  return block;
}

/** Gives back a block of `allocate`, named with the size it was asked with. */
export function release(block: usize, size: usize): void {
  if (block == 0) return;
  const list = freeLists + 4 * rankOf(size);
  store<usize>(block, load<usize>(list));
  store<usize>(list, block);
}

/** Binary logarithm of the block size that holds `size` bytes. */
function rankOf(size: usize): usize {
  return size <= 1 << SMALLEST ? SMALLEST : 32 - clz(size - 1);
}
