import { decoderOf } from './decode.ts';
import { frequentIn } from './frequent.ts';
import type { EncodingName } from './labels.ts';
import type { Guess } from './guessSingleByte.ts';
import { guessSingleByte } from './guessSingleByte.ts';

const EAST_ASIAN: readonly EncodingName[] = ['gb18030', 'shift_jis', 'big5', 'euc-kr', 'euc-jp'];
/** Fewer characters beyond ASCII prove nothing. */
const LEAST = 4;
/** Share of frequent characters from which on a reading is believed; wrong ones reach a few in a hundred. */
const BELIEVED = 0.3;
/** How many characters in a hundred may mean nothing: damaged ones, those of users. */
const DAMAGED = 0.02;

/** The encoding of bytes that are not UTF-8, by what they read as in each. `undefined` where no reading stands out. */
export function guessEncoding(bytes: Uint8Array): Guess | undefined {
  const [best] = EAST_ASIAN.flatMap(encoding => readAs(bytes, encoding) ?? []).sort((a, b) => share(b) - share(a));
  if (best) return best.encoding === 'gb18030' && !hasFours(bytes) ? { ...best, encoding: 'gbk' } : best;
  return guessSingleByte(bytes);
}

const share = ({ characters, fitting }: Guess): number => fitting / characters;

function readAs(bytes: Uint8Array, encoding: EncodingName): Guess | undefined {
  const isFrequent = frequentIn(encoding);
  const { bytes: text, invalid } = decoderOf(encoding)(bytes, false);
  const points = [...new TextDecoder().decode(text)].map(one => one.codePointAt(0) ?? 0).filter(point => point >= 0x80);
  const characters = points.length;
  if (!isFrequent || characters < LEAST || invalid.length > Math.max(characters * DAMAGED, characters >= 20 ? 1 : 0)) return undefined;
  const fitting = points.filter(isFrequent).length;
  return fitting >= Math.max(2, characters * BELIEVED) ? { encoding, characters, fitting } : undefined;
}

/** Whether there is a four-byte sequence, which GB 18030 has and GBK has not. */
function hasFours(bytes: Uint8Array): boolean {
  return bytes.some((byte, i) => byte >= 0x81 && isDigit(bytes[i + 1]) && (bytes[i + 2] ?? 0) >= 0x81 && isDigit(bytes[i + 3]));
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
