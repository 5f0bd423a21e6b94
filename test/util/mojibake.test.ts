import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encode } from '../../server/src/util/charset/encode.ts';
import { decoderOf } from '../../server/src/util/charset/decode.ts';
import { isLost, isMojibake, repaired, suspectAt } from '../../server/src/util/mojibake.ts';

/** UTF-8 read as Windows-1252 the way browsers do: bytes it leaves open become C1 controls. */
const asLatin = (text: string): string => [...new TextEncoder().encode(text)].map(byte => latin(byte)).join('');
const latin = (byte: number): string => {
  const [decoded = '\ufffd'] = new TextDecoder().decode(decoderOf('windows-1252')(Uint8Array.of(byte), true).bytes);
  return decoded === '\ufffd' ? String.fromCharCode(byte) : decoded;
};

const letters = fc.constantFrom(...'éèüöäßñçãõøåæÉÜÇÀ', ...'łąęśćžšč', ...'中文北京上海數據日本語한국', ...'приветМосква', '😀', '’', '“', '–', '€', ' ', 'a', 'b', 'c', ',');

test('what is repaired is what was meant, exactly', () => {
  fc.assert(fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }).map(list => list.join('')), text => {
    const wrong = asLatin(text);
    const right = repaired(wrong);
    if (right !== undefined) assert.equal(right, text);
    assert.equal(repaired(repaired(wrong) ?? ''), undefined, 'and there is nothing left to repair');
    if (isMojibake(wrong)) assert.ok(suspectAt(new TextEncoder().encode(wrong), 0, Infinity) >= 0, 'the quick look saw it');
  }));
});

test('words of many languages are seen when they were decoded wrongly', () => {
  const words = ['Müller', 'Zoé', 'São Paulo', 'España', 'Åse', 'Österreich', 'Łódź', 'Москва', '北京', '東京都', '서울', 'it’s', 'naïve café', '5 €', '😀 fine', 'Θεσσαλονίκη', '25 °C', '½ l'];
  assert.deepEqual(words.filter(word => repaired(asLatin(word)) !== word), []);
  assert.equal(repaired('\ufeff'.length === 1 ? asLatin('\ufeffid') : ''), '\ufeffid');
});

test('Chinese that was read as GBK is seen', () => {
  for (const text of ['测试，数据', '“你好”的', '的是，']) {
    const wrong = new TextDecoder().decode(decoderOf('gbk')(new TextEncoder().encode(text), true).bytes);
    if (!isLost(wrong)) assert.equal(repaired(wrong), text, wrong);
  }
  assert.ok(isLost('锟斤拷锟斤拷'));
  assert.ok(isLost('Troms\ufffd'));
});

test('right text is left alone', () => {
  const right = [
    'SÃO PAULO', 'MAÇÃ', '“CAFÉ”', 'CAFÉ…', '„Ä“', 'Ä…', 'É»', '«À»', 'À–É', 'TRẦN THỊ Ã', 'ÂNGELA', 'Â', 'Ã', 'PÂTÉ®', 'São João', 'MANHÃ–TARDE', 'Île d’Oléron', 'Ångström', 'Ïle', 'àé', 'Œuvre', 'ÀÉÎÕÜ',
    '北京', '横浜', '涓涓细流', '锟', '鐨', '東京', '서울', 'Москва', 'РОССИЯ', 'Ελλάδα', 'naïve', 'ÐÑ', 'Ðuro', 'Øre', '1×2', 'Ø…', 'à “toi”', 'é–è', 'Ñ–Ñ', 'façade€', '€5', 'ß', 'x²', '10 °C', '¿Qué?', '¡Olé!',
  ];
  assert.deepEqual(right.filter(isMojibake), []);
  assert.deepEqual(right.filter(isLost), []);
  fc.assert(fc.property(fc.array(fc.constantFrom('MÜLLER', 'é', 'à', '’', '“', '”', '–', ' ', '«', '»', 'Ã', 'O', 'É', '北京', '。', '，', '…'), { maxLength: 8 }), parts => {
    assert.equal(isMojibake(parts.join('')), false, parts.join(''));
  }));
});

test('a repaired text is the one whose bytes those were', () => {
  const wrong = 'ä¸­æ–‡ CafÃ©';
  const bytes = encode(wrong, 'windows-1252');
  assert.equal(new TextDecoder().decode(bytes), repaired(wrong));
});

test('the quick look sees the same wherever the bytes lie, and stops where it is told to', () => {
  const texts = fc.array(fc.constantFrom('a', 'zoÃ«', 'é', '北京', 'plain text ', '\ufffd', '锟'), { maxLength: 30 }).map(parts => new TextEncoder().encode(parts.join('')));
  fc.assert(fc.property(texts, fc.nat(9), fc.nat(60), fc.nat(120), (bytes, before, from, length) => {
    const moved = new Uint8Array(before + bytes.length);
    moved.set(bytes, before);
    const at = suspectAt(bytes, from, from + length);
    assert.equal(suspectAt(moved.subarray(before), from, from + length), at);
    if (at === -1) return;
    assert.ok(at >= from && at < from + length);
    assert.equal(suspectAt(bytes, at, at + 1), at);
    assert.equal(suspectAt(bytes, from, at), -1);
  }));
});
