import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decoderOf } from '../../server/src/util/charset/decode.ts';
import { encode } from '../../server/src/util/charset/encode.ts';
import { encodingOf } from '../../server/src/util/charset/labels.ts';
import { lookAtUtf8 } from '../../server/src/util/charset/utf8.ts';

const BYTES = ['gb18030', 'gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1252', 'windows-1251', 'iso-8859-2', 'koi8-r'];
const WIDE = ['utf-16le', 'utf-16be'];

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
const decode = (bytes: Uint8Array, encoding: string): string => text(decoderOf(encoding)(bytes, true).bytes);

/** Bytes in which delimiters, digits, trail bytes and leads come close to each other. */
const messy = fc.array(fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x0a, 0x0d, 0x22, 0x2c, 0x30, 0x39, 0x5c, 0x7c, 0x7e, 0x81, 0xa1, 0xfe)), { maxLength: 40 })
  .map(bytes => Uint8Array.from(bytes));

const fits = (encoding: string) => (character: string): boolean => encode(character, encoding) !== undefined;
const characters = fc.oneof(
  fc.constantFrom(...'\n,"|\\~0Az', ...'的一是不了在有我他東西皘眧瞸中国', ...'ひらがなカタカナ日本', ...'한국어서울가나뷁', ...'ÄÖÜßéèñç’“”–€', ...'Москва', '\u{20000}', '\u{1F600}'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);

for (const encoding of [...BYTES, ...WIDE]) {
  describe(encoding, () => {
    test('what was encoded is decoded to the same text', () => {
      fc.assert(fc.property(fc.array(characters, { maxLength: 30 }), list => {
        const written = list.flatMap(one => [...one]).filter(fits(encoding)).join('');
        const bytes = encode(written, encoding);
        assert.ok(bytes);
        assert.equal(decode(bytes, encoding), written);
      }));
    });

    test('a run that ends anywhere leaves the cut character for the next', () => {
      fc.assert(fc.property(messy, fc.nat(40), (bytes, cut) => {
        const whole = decoderOf(encoding)(bytes, true);
        const first = decoderOf(encoding)(bytes.subarray(0, Math.min(cut, bytes.length)), false);
        const rest = decoderOf(encoding)(bytes.subarray(first.used), true);
        assert.equal(text(first.bytes) + text(rest.bytes), text(whole.bytes));
        assert.deepEqual([...first.invalid, ...rest.invalid.map(({ at, byte }) => ({ at: first.bytes.length + at, byte }))], whole.invalid);
        assert.ok(first.used > Math.min(cut, bytes.length) - 4);
      }));
    });

    test('every byte without meaning is named where it became a replacement', () => {
      fc.assert(fc.property(messy, bytes => {
        const decoded = decoderOf(encoding)(bytes, true);
        for (const { at, byte } of decoded.invalid) {
          assert.deepEqual([...decoded.bytes.subarray(at, at + 3)], [0xef, 0xbf, 0xbd]);
          assert.ok(bytes.includes(byte));
        }
      }));
    });
  });
}

describe('against the decoder of the platform', () => {
  for (const encoding of [...BYTES, ...WIDE].filter(one => one !== 'euc-kr' && one !== 'windows-1252')) {
    test(`${encoding}: what the platform decodes without loss is decoded alike`, () => {
      const platform = new TextDecoder(encoding, { ignoreBOM: true, fatal: true });
      fc.assert(fc.property(messy, bytes => {
        let expected: string;
        try { expected = platform.decode(bytes); } catch { return; }
        // IBM's table for Shift_JIS swaps three control characters.
        if (encoding === 'shift_jis' && /[\x1a\x1c\x7f]/.test(expected)) return;
        if (!/[\u0080-\u009f]|\u0300|\u0304|\u030c/.test(expected)) assert.equal(decode(bytes, encoding), expected);
      }), { numRuns: 2000 });
    });
  }

  test('Windows-1252 is Latin-1 with 27 characters more', () => {
    assert.equal(decode(Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i), 'windows-1252').slice(32), String.fromCharCode(...Array.from({ length: 96 }, (_, i) => 0xa0 + i)));
    assert.equal(decode(Uint8Array.of(0x80, 0x85, 0x92, 0x99, 0x9f), 'windows-1252'), '€…’™Ÿ');
  });

  test('EUC-KR has the syllables of Windows code page 949 in their places', () => {
    assert.equal(decode(Uint8Array.of(0x81, 0x41, 0xb0, 0xa1, 0xc8, 0xfe, 0xc6, 0x52, 0x94, 0xee), 'euc-kr'), '갂가힝힣뷁');
  });
});

test('a delimiter after a lead byte is never swallowed', () => {
  for (const encoding of BYTES) {
    for (let lead = 0x80; lead < 256; lead++) {
      for (const ascii of [0x0a, 0x0d, 0x22, 0x2c, 0x3b - 0x1b]) {
        assert.ok(decode(Uint8Array.of(lead, ascii), encoding).endsWith(String.fromCharCode(ascii)), `${encoding} ${lead} ${ascii}`);
      }
    }
  }
});

test('what an encoding lacks is not written', () => {
  assert.equal(encode('한', 'gbk'), undefined);
  assert.equal(encode('中', 'windows-1252'), undefined);
  assert.equal(encode('\ud800', 'utf-16le'), undefined);
  assert.equal(encode('\u{1F600}', 'gbk'), undefined);
  assert.deepEqual(encode('€', 'windows-1252'), Uint8Array.of(0x80));
  assert.deepEqual(encode('東', 'shift_jis'), Uint8Array.of(0x93, 0x8c));
  assert.deepEqual(encode('\u{20000}', 'gb18030'), Uint8Array.of(0x95, 0x32, 0x82, 0x36));
});

test('labels of every program lead to one name', () => {
  const named: Readonly<Record<string, string>> = {
    'UTF8': 'utf-8', 'utf-8-sig': 'utf-8', GB2312: 'gbk', cp936: 'gbk', 'GB18030': 'gb18030', latin1: 'windows-1252', 'ISO-8859-1': 'windows-1252', cp1252: 'windows-1252',
    Shift_JIS: 'shift_jis', 'windows-31j': 'shift_jis', cp949: 'euc-kr', 'EUC-KR': 'euc-kr', Big5: 'big5', cp950: 'big5', 'UTF-16': 'utf-16le', 'utf-16be': 'utf-16be',
  };
  for (const [label, name] of Object.entries(named)) assert.equal(encodingOf(label), name, label);
  for (const label of ['utf-32', 'iso-2022-jp', 'EBCDIC', 'cp037', 'klingon', '']) assert.equal(encodingOf(label), undefined, label);
});

test('UTF-8 is told from what is not, byte by byte', () => {
  fc.assert(fc.property(fc.oneof(messy, fc.string({ unit: 'grapheme' }).map(one => new TextEncoder().encode(one))), bytes => {
    const { invalid, characters: count } = lookAtUtf8(bytes, true);
    const shown = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const original = [...shown].filter(one => one === '\ufffd').length;
    assert.ok(invalid.length <= original);
    if (invalid.length === 0) assert.equal(count, [...shown].filter(one => one > '\x7f').length);
    assert.equal(invalid.length === 0, isUtf8(bytes));
  }));
});

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
