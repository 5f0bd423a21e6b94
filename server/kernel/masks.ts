// Sixty-four bytes as four vectors and their comparisons as one 64-bit mask, lowest bit first.

/** Bit `i` is set where byte `i` of the four vectors equals the splatted byte. */
// @ts-ignore: decorator
@inline
export function equalMask(byte: v128, a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(i8x16.eq(a, byte)) | (<u32>i8x16.bitmask(i8x16.eq(b, byte)) << 16);
  const high = <u32>i8x16.bitmask(i8x16.eq(c, byte)) | (<u32>i8x16.bitmask(i8x16.eq(d, byte)) << 16);
  return <u64>low | (<u64>high << 32);
}

/** Bit `i` is the parity of bits 0 to `i`: with quotes as bits, which bytes lie inside quotes (an opening quote does, a closing one does not). */
// @ts-ignore: decorator
@inline
export function prefixXor(bits: u64): u64 {
  bits ^= bits << 1;
  bits ^= bits << 2;
  bits ^= bits << 4;
  bits ^= bits << 8;
  bits ^= bits << 16;
  return bits ^ (bits << 32);
}

/** The `count` lowest bits, for 0 to 64. */
// @ts-ignore: decorator
@inline
export function lowBits(count: u32): u64 {
  return count >= 64 ? ~(<u64>0) : (<u64>1 << count) - 1;
}
