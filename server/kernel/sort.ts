// Sorting of 64-bit words, ascending and unsigned.

/** Sorts `count` words in place: a heap, since the worst case matters more than the best one. */
export function sortWords(words: usize, count: u32): void {
  for (let i = <i32>(count >> 1) - 1; i >= 0; i--) sink(words, <u32>i, count);
  for (let end = count; end > 1; ) {
    end--;
    const last = load<u64>(words + 8 * <usize>end);
    store<u64>(words + 8 * <usize>end, load<u64>(words));
    store<u64>(words, last);
    sink(words, 0, end);
  }
}

/** The word that would be at `index` if the words were sorted; leaves them in another order. The words must differ. */
export function selectWord(words: usize, count: u32, index: u32): u64 {
  let from: i32 = 0;
  let to = <i32>count - 1;
  while (from < to) {
    const pivot = load<u64>(words + 8 * <usize>((from + to) >> 1));
    let low = from;
    let high = to;
    while (low <= high) {
      while (load<u64>(words + 8 * <usize>low) < pivot) low++;
      while (load<u64>(words + 8 * <usize>high) > pivot) high--;
      if (low > high) break;
      const word = load<u64>(words + 8 * <usize>low);
      store<u64>(words + 8 * <usize>low, load<u64>(words + 8 * <usize>high));
      store<u64>(words + 8 * <usize>high, word);
      low++;
      high--;
    }
    if (<i32>index <= high) to = high;
    else if (<i32>index >= low) from = low;
    else break;
  }
  return load<u64>(words + 8 * <usize>index);
}

function sink(words: usize, root: u32, count: u32): void {
  const value = load<u64>(words + 8 * <usize>root);
  while (true) {
    let child: u32 = 2 * root + 1;
    if (child >= count) break;
    let larger = load<u64>(words + 8 * <usize>child);
    if (child + 1 < count && load<u64>(words + 8 * <usize>(child + 1)) > larger) {
      child++;
      larger = load<u64>(words + 8 * <usize>child);
    }
    if (larger <= value) break;
    store<u64>(words + 8 * <usize>root, larger);
    root = child;
  }
  store<u64>(words + 8 * <usize>root, value);
}
