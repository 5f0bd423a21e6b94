const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const encoder = new TextEncoder();

/** FNV-1a with 64 bits over the UTF-8 of a text in Unicode normal form C without white space around it, as 16 hexadecimal digits. */
export function textHash(text: string): string {
  let hash = OFFSET;
  for (const byte of encoder.encode(text.normalize('NFC').trim())) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(16).padStart(16, '0');
}
