import fc from 'fast-check';
import type { Dialect } from '../../server/src/core/reading.ts';

const encoder = new TextEncoder();

export const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(...[',', ';', '\t', '|'].map((text) => text.charCodeAt(0))),
  quote: fc.constantFrom(34, 34, 34, 39, 0),
  lineEnd: fc.constantFrom<'lf' | 'cr'>('lf', 'lf', 'lf', 'cr'),
});

/** Bytes that are dense in everything a tokenizer has an opinion on; `D` and `Q` stand for the dialect's delimiter and quote. */
export function soup(dialect: Dialect): fc.Arbitrary<Uint8Array> {
  const special = (text: string): number[] =>
    [...encoder.encode(text)].map((byte) => (byte === 68 ? dialect.delimiter : byte === 81 ? dialect.quote || 34 : byte));
  const words = ['D', 'D', 'Q', 'Q', 'QQ', '\n', '\n', '\r\n', '\r', 'QDQ', 'Q\n', '\nQ', 'DQ', 'QD', 'QQD', 'Q\r\n', 'a', 'bc', ' ', '12', '北京', 'é', '\0', '\u0007', ',', '\u200b', '\u3000'];
  const raw = [[0xe5], [0xff], [0xe5, 0x8c], [0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0xc0, 0x80]];
  const piece = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...words).map(special) },
    { weight: 1, arbitrary: fc.constantFrom(...raw) },
    { weight: 3, arbitrary: fc.nat({ max: 90 }).map((n) => special('x'.repeat(n))) },
  );
  return fc.array(piece, { maxLength: 120 }).map((pieces) => Uint8Array.from(pieces.flat()));
}

/** Records as a careful writer would write them. */
export function tidy(dialect: Dialect): fc.Arbitrary<Uint8Array> {
  const delimiter = String.fromCharCode(dialect.delimiter);
  const quote = String.fromCharCode(dialect.quote || 34);
  const quoted = fc.constantFrom('', 'a', `x${delimiter}y`, `two${'\n'}lines`, `said ${quote}${quote}hi${quote}${quote}`, 'crlf\r\nin it', '北京').map((text) => quote + text + quote);
  const plain = fc.constantFrom('', 'a', '12', '3.5', '2020-02-29', 'some longer text that goes on', '北京');
  const record = fc.array(dialect.quote === 0 ? plain : fc.oneof(plain, plain, quoted), { minLength: 1, maxLength: 12 }).map((cells) => cells.join(delimiter));
  const end = dialect.lineEnd === 'cr' ? fc.constant('\r') : fc.constantFrom('\n', '\n', '\r\n');
  return fc.tuple(fc.array(fc.tuple(record, end), { maxLength: 30 }), fc.option(record)).map(([records, last]) => {
    return encoder.encode(records.map(([text, close]) => text + close).join('') + (last ?? ''));
  });
}
