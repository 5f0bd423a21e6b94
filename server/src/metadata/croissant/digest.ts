import { bytesOfBase64 } from '../../util/base64.ts';
import { textOf } from '../document/shape.ts';
import type { Entry } from './thing.ts';

/** How many bytes the digests have that a description can give. */
export const DIGEST_BYTES = { sha256: 32, md5: 16 } as const;
export type DigestProperty = keyof typeof DIGEST_BYTES;

/** A digest in small hexadecimal digits, whether it is written in such digits or in base64, as stores of files hand it out. */
export function digestIn(entry: Entry, property: DigestProperty): string | undefined {
  const [text, length] = [textOf(entry.value) ?? '', DIGEST_BYTES[property]];
  if (text.length === length * 2 && /^[0-9a-f]+$/i.test(text)) return text.toLowerCase();
  if (text.length !== Math.ceil(length / 3) * 4 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const bytes = [...bytesOfBase64(text)];
  return bytes.length === length ? bytes.map(byte => byte.toString(16).padStart(2, '0')).join('') : undefined;
}
