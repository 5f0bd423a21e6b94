// The allocator: powers of two from 64 bytes, each size with its own free list. Blocks are never given back to the engine, only reused.
// Big blocks cost address space, not memory: a page is not resident before it is written to.

/** Bytes that may be read before and after every block, so that vectors can be loaded at its edges. */
const MARGIN: usize = 64;

const SMALLEST: u32 = 6;
const freeLists: StaticArray<usize> = new StaticArray<usize>(32);
let top: usize = 0;

/** A block of at least `size` bytes with any content, aligned to 64. Grows the memory where none is free. */
export function allocate(size: usize): usize {
  const rank = rankOf(size);
  let block = unchecked(freeLists[rank]);
  if (block != 0) {
    unchecked((freeLists[rank] = load<usize>(block)));
    return block;
  }
  if (top == 0) top = (__heap_base + 2 * MARGIN) & ~(MARGIN - 1);
  block = top;
  top += (<usize>1 << rank) + MARGIN;
  const pages = <i32>((top + MARGIN + 0xffff) >>> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
  return block;
}

/** Gives back a block of `allocate`, named with the size it was asked with. */
export function release(block: usize, size: usize): void {
  if (block == 0) return;
  const rank = rankOf(size);
  store<usize>(block, unchecked(freeLists[rank]));
  unchecked((freeLists[rank] = block));
}

function rankOf(size: usize): u32 {
  const rank = 32 - clz<u32>(<u32>size - 1);
  return size <= 64 ? SMALLEST : rank;
}
