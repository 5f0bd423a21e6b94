/**
 * A short text that is equal for equal JSON values and, but for chance, different for others. Two multiplicative hashes over the UTF-16 of
 * the serialised value; not for secrets.
 */
export function fingerprint(value: object): string {
  const text = JSON.stringify(value);
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
  }
  return ((high & 0x1fffff) * 0x100000000 + (low >>> 0)).toString(36);
}
