import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/core/finding.ts';
import type { Source } from '../../server/src/core/format.ts';
import { allRules } from '../../server/src/engine/registry.ts';
import { Transcoded } from '../../server/src/engine/text/transcoded.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { encode } from '../../server/src/util/charset/encode.ts';
import { checkBytes, comparable, sourceOf } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

/** A dirty table in each script: an outlier of a type, a ragged row, a missing spelling, characters whose second byte is `|`, a backslash, or a quote's neighbour. */
const TABLES: Readonly<Record<string, string>> = {
  gbk: '编号,姓名,城市,金额\n1,王小明,北京,12.5\n2,"李,娜",上海,不详\n3,张皘,广州\n4,"刘""洋",深圳,30\n5,陈眧静,杭州,40\n6,陈静,杭州,四十\n',
  gb18030: '编号,姓名,城市,金额\n1,王小明,北京,12.5\n2,"李,娜",上海,不详\n3,张𠮷,广州\n4,"刘""洋",深圳,30\n5,陈眧静,杭州,40\n',
  big5: '編號,姓名,城市,金額\n1,王功蓋,臺北,12.5\n2,"李,娜",高雄,不詳\n3,許育誠,臺中\n4,"劉""洋",新竹,30\n5,陳靜,臺南,40\n',
  shift_jis: '番号,氏名,都市,金額\n1,田中ソ表,東京,12.5\n2,"佐藤,花子",大阪,不明\n3,東西能,札幌\n4,"鈴木""一",名古屋,30\n5,ﾀﾅｶ,横浜,40\n',
  'euc-jp': '番号,氏名,都市,金額\n1,田中ソ表,東京,12.5\n2,"佐藤,花子",大阪,不明\n3,東西能,札幌\n4,"鈴木""一",名古屋,30\n',
  'euc-kr': '번호,이름,도시,금액\n1,김민수,서울,12.5\n2,"이,영희",부산,미상\n3,박뷁훈,대구\n4,"최""수진",인천,30\n5,정지훈,광주,40\n',
  'windows-1252': 'id,nom,ville,prix\n1,Zoé,Orléans,12.5\n2,"Noël, é",Nîmes,NA\n3,François,Besançon\n4,"Hé""lène",Mâcon,30\n5,Aimée,Pau,40 €\n',
  'utf-16le': 'id,姓名,city,价格\n1,王小明,北京,12.5\n2,"李,娜",上海,NA\n3,\u{1F600}張,広州\n4,"刘""洋",深圳,30\n',
  'utf-16be': 'id,姓名,city,价格\n1,王小明,北京,12.5\n2,"李,娜",上海,NA\n3,\u{1F600}張,広州\n4,"刘""洋",深圳,30\n',
};

const [kernel] = Object.values(KERNELS);
assert.ok(kernel);
const KERNEL = kernel;
const rules = allRules;
/** What speaks of the encoding itself, and of bytes: nothing else may differ from the same text in UTF-8. */
const OWN = new Set(['non-utf8-encoding']);
const others = (findings: readonly Finding[]): readonly object[] => comparable(findings.filter(({ rule }) => !OWN.has(rule)));

const bytesIn = (text: string, encoding: string): Uint8Array => {
  const bytes = encode(text, encoding);
  assert.ok(bytes, `${encoding} can write it`);
  return bytes;
};

describe('findings do not depend on the encoding', () => {
  for (const [encoding, table] of Object.entries(TABLES)) {
    for (const [name, lineEnd] of [['LF', '\n'], ['CR LF', '\r\n']] as const) {
      for (const mark of encoding.startsWith('utf-16') ? ['', '\ufeff'] : ['']) {
        test(`${encoding}${mark && ' with a mark'}, ${name}`, async () => {
          const text = mark + table.replaceAll('\n', lineEnd);
          const twin = await checkBytes('data.csv', new TextEncoder().encode(text), rules, KERNEL);
          const bytes = bytesIn(text, encoding);
          const checked = await checkBytes('data.csv', bytes, rules, KERNEL);
          assert.equal(checked.reading?.encoding, encoding);
          assert.ok(twin.findings.length > 0);
          assert.deepEqual(others(checked.findings), others(twin.findings));
          assert.ok(checked.findings.some(({ rule }) => rule === 'non-utf8-encoding'));
          // Rules that found something and those of bytes; all of them at every byte would take a minute.
          const speaking = rules.filter(({ id }) => /byte|utf8/.test(id) || checked.findings.some(({ rule }) => rule === id));
          for (let cut = 1; cut < bytes.length; cut++) {
            const again = await checkBytes('data.csv', bytes, speaking, KERNEL, cut);
            assert.deepEqual(comparable(again.findings), comparable(checked.findings), `cut at ${cut}`);
          }
        });
      }
    }
  }
});

describe('blocks of a transcoded text', () => {
  for (const [encoding, table] of Object.entries(TABLES)) {
    test(`${encoding}: cut anywhere, read at any offset in any order`, async () => {
      const bytes = bytesIn(table, encoding);
      const whole = new TextEncoder().encode(table);
      for (let block = 4; block < 40; block++) {
        const source = new Transcoded(sourceOf(bytes), encoding, block);
        const offsets = [...whole.keys()].filter(i => i % 7 === block % 7);
        for (const at of [...offsets, whole.length, ...offsets.reverse()]) {
          const target = new Uint8Array(1);
          assert.equal(await source.read(target, at), at < whole.length ? 1 : 0);
          if (at < whole.length) assert.equal(target[0], whole[at], `block ${block}, offset ${at}`);
        }
        assert.equal(source.size, whole.length);
      }
    });
  }
});

test('a file that begins with ASCII is read again once its encoding shows', async () => {
  const ascii = Array.from({ length: 12_000 }, (_, i) => `${i},anna,berlin\n`).join('');
  const tail = '90001,王小明,北京\n90002,李娜,上海\n90003,张伟,广州\n90004,陈静\n';
  const { reading, findings } = await checkBytes('data.csv', bytesIn(`id,name,city\n${ascii}${tail}`, 'gbk'), rules, KERNEL);
  assert.equal(reading?.encoding, 'gbk');
  assert.deepEqual(findings.filter(({ rule }) => rule === 'ragged-row').map(({ primary }) => primary.range.start.line), [12_004]);
  assert.ok(!findings.some(({ rule }) => rule === 'invalid-utf8'));
});

test('one stray byte makes no other encoding of a file', async () => {
  for (const text of ['id,name\n1,anna\n2,paul\n', 'id,name\n1,北京\n2,上海\n3,Zoé\n']) {
    const utf8 = new TextEncoder().encode(text);
    const bytes = Uint8Array.from([...utf8.subarray(0, utf8.length - 2), 0xe9, ...utf8.subarray(utf8.length - 2)]);
    const { reading, findings } = await checkBytes('data.csv', bytes, rules, KERNEL);
    assert.equal(reading?.encoding, 'utf-8');
    assert.ok(findings.some(({ rule }) => rule === 'invalid-utf8'));
    assert.ok(!findings.some(({ rule }) => rule === 'non-utf8-encoding'));
  }
});

test('every cell with a byte that is not UTF-8 is found, the first twenty by themselves', async () => {
  const lines = Array.from({ length: 9000 }, (_, i) => `${i},北京,${i % 300 === 7 ? '@@' : 'x'}`);
  const bytes = new TextEncoder().encode(`id,city,note\n${lines.join('\n')}\n`).map(byte => (byte === 0x40 ? 0xe9 : byte));
  const { findings } = await checkBytes('data.csv', bytes, rules, KERNEL);
  const found = findings.filter(({ rule }) => rule === 'invalid-utf8');
  assert.deepEqual(found.slice(0, 20).map(({ primary: { place } }) => 'row' in place && place.row), Array.from({ length: 20 }, (_, i) => 7 + 300 * i));
  assert.equal(found.length, 21);
  assert.equal(found.find(({ facts }) => 'more' in facts)?.facts['more'], 10);
});

test('bytes without meaning are found at their cells', async () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `${i},王小明,北京`);
  const bytes = bytesIn(`id,name,city\n${rows.join('\n')}\n`, 'gbk');
  const wrong = [100, 50_003, bytes.length - 3].map(from => bytes.findIndex((byte, i) => i >= from && byte >= 0x80));
  for (const at of wrong) bytes[at] = 0xff;
  const { findings } = await checkBytes('data.csv', bytes, rules, KERNEL);
  const found = findings.filter(({ rule }) => rule === 'undecodable-byte');
  assert.equal(found.length, 3);
  for (const { message, primary: { place } } of found) {
    assert.match(renderMessage(message, { locale: 'en' }), /^The byte ‘0x.*GBK/);
    assert.equal(place.at, 'span');
  }
});

test('what is declared wins, and is told where it cannot be', async () => {
  const cyrillic = bytesIn('id,word\n1,Привет\n2,мир\n', 'windows-1251');
  const declared = await checkBytes('data.csv', cyrillic, rules, KERNEL, 'whole', { declared: { encoding: 'cp1251' } });
  assert.equal(declared.reading?.encoding, 'windows-1251');
  assert.ok(!declared.findings.some(({ rule }) => rule === 'non-utf8-encoding'));
  const chinese = bytesIn(TABLES['gbk'] ?? '', 'gbk');
  for (const label of ['utf-8', 'klingon', 'utf-16']) {
    const checked = await checkBytes('data.csv', chinese, rules, KERNEL, 'whole', { declared: { encoding: label } });
    assert.equal(checked.reading?.encoding, 'gbk', label);
    assert.equal(checked.reading?.encodingBasis?.against, label);
  }
});

test('memory is flat for a file of 60 MB in GBK', { timeout: 60_000 }, async () => {
  const block = bytesIn(Array.from({ length: 500 }, (_, i) => `${i},王小明,北京市海淀区中关村大街${i}号\n`).join(''), 'gbk');
  const size = Math.ceil(60 * 2 ** 20 / block.length) * block.length;
  const source: Source = {
    size,
    read(target, position) {
      const count = Math.min(target.length, size - position, block.length - (position % block.length));
      target.set(block.subarray(position % block.length, (position % block.length) + count));
      return Promise.resolve(count);
    },
  };
  const transcoded = new Transcoded(source, 'gbk');
  const target = new Uint8Array(256 * 1024);
  let [position, most] = [0, 0];
  const before = process.memoryUsage();
  for (let count = -1; count !== 0; position += count) {
    count = await transcoded.read(target, position);
    const now = process.memoryUsage();
    most = Math.max(most, now.arrayBuffers - before.arrayBuffers);
  }
  assert.equal(position, transcoded.size);
  assert.ok(position > size * 1.2);
  assert.ok(most < 48 * 2 ** 20, `${most} bytes of buffers`);
});
