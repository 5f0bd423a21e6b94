import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { encode } from '../../server/src/util/charset/encode.ts';
import { guessEncoding } from '../../server/src/util/charset/guess.ts';

interface Sample {
  readonly encodings: readonly string[];
  readonly text: string;
}

/** Tables and texts as people write them, with few characters beyond ASCII where that is usual. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  'Chinese staff': {
    encodings: ['gbk', 'gb18030'],
    text: '工号,姓名,部门,城市\n1,王小明,销售部,北京\n2,李娜,技术部,上海\n3,张伟,财务部,广州\n4,刘洋,人事部,深圳\n5,陈静,技术部,杭州\n',
  },
  'Chinese reviews': {
    encodings: ['gbk'],
    text: 'id,评论,评分\n1,物流很快，包装完好，下次还会再来。,5\n2,颜色和图片不一样，有点失望,2\n3,客服态度很好，退货也方便！,4\n',
  },
  'Chinese, cities alone': { encodings: ['gbk'], text: 'id,city\n1,北京\n2,上海\n3,成都\n4,武汉\n5,哈尔滨\n6,石家庄\n' },
  'Chinese medicine': { encodings: ['gbk'], text: '药品,单位,数量\n阿莫西林胶囊,盒,12\n布洛芬缓释片,盒,3\n板蓝根颗粒,袋,40\n云南白药气雾剂,瓶,7\n' },
  'Taiwanese shops': {
    encodings: ['big5'],
    text: '店名,縣市,電話\n大安門市,臺北市,02-2700-0000\n中山門市,高雄市,07-222-0000\n逢甲夜市店,臺中市,04-2451-0000\n',
  },
  'Cantonese news': { encodings: ['big5'], text: 'id,標題\n1,政府宣布新的交通安排，市民應該提早出門\n2,學校下星期開學，學生需要準備文件\n' },
  'Japanese members': {
    encodings: ['shift_jis', 'euc-jp'],
    text: '会員番号,氏名,フリガナ,住所\n1,田中太郎,タナカタロウ,東京都新宿区\n2,佐藤花子,サトウハナコ,大阪府大阪市\n3,鈴木一郎,スズキイチロウ,北海道札幌市\n',
  },
  'Japanese reviews': { encodings: ['shift_jis', 'euc-jp'], text: 'id,コメント\n1,とても使いやすいです。また買います。\n2,思ったより小さかったけれど、満足しています。\n' },
  'Japanese names': { encodings: ['shift_jis'], text: 'id,name\n1,山田\n2,佐藤\n3,高橋\n4,渡辺\n5,小林\n6,加藤\n' },
  'Korean members': { encodings: ['euc-kr'], text: '번호,이름,지역,금액\n1,김민수,서울,12000\n2,이영희,부산,8000\n3,박지훈,대구,15000\n4,최수진,인천,7000\n' },
  'Korean reviews': { encodings: ['euc-kr'], text: 'id,후기\n1,배송이 빠르고 포장도 좋았습니다\n2,생각보다 작아서 조금 아쉬웠어요\n3,가격 대비 정말 만족합니다\n' },
  'German addresses': { encodings: ['windows-1252'], text: 'name,ort\nMüller,Köln\nanna,berlin\nSchröder,Nürnberg\npaul,bonn\nGroß,Gießen\n' },
  'French, two accents': { encodings: ['windows-1252'], text: 'id,nom\n1,Émile\n2,Paul\n3,Zoé\n4,Marie\n5,Luc\n6,Jean\n' },
  'French texts': { encodings: ['windows-1252'], text: 'id,texte\n1,L’été dernier, où êtes-vous allé ?\n2,« Très bien », dit-elle – à midi\n3,5 € à l’œuvre\n' },
  'Spanish names': { encodings: ['windows-1252'], text: 'id,nombre\n1,José Peña\n2,María Núñez\n3,Iñaki Gómez\n' },
  'Portuguese cities': { encodings: ['windows-1252'], text: 'id,cidade\n1,São Paulo\n2,Brasília\n3,Goiânia\n4,Maceió\n' },
  'Danish and Swedish': { encodings: ['windows-1252'], text: 'id,navn\n1,Søren Ærø\n2,Åse Kjær\n3,Björn Ångström\n4,Malmö\n' },
  'names of all Europe': { encodings: ['windows-1252'], text: 'id,name\n1,Müller\n2,José Núñez\n3,Søren\n4,François\n5,Æbelø\n6,Conceição\n7,Željka\n' },
  Icelandic: { encodings: ['windows-1252'], text: 'id,nafn\n1,Þórður Guðmundsson\n2,Sæþór Ægisson\n3,Ásgerður Jónsdóttir\n' },
  Turkish: { encodings: ['windows-1254'], text: 'id,isim\n1,Ayşe Yılmaz\n2,Çağrı Şahin\n3,İbrahim Öztürk\n4,Gülşen Doğan\n' },
  Polish: { encodings: ['windows-1250'], text: 'id,imie\n1,Paweł Kowalski\n2,Łukasz Wiśniewski\n3,Żaneta Dąbrowska\n4,Grzegorz Brzęczyszczykiewicz\n' },
  Czech: { encodings: ['windows-1250'], text: 'id,jmeno\n1,Jiří Dvořák\n2,Kateřina Nováková\n3,Ondřej Švec\n4,Přemysl Růžička\n' },
  Hungarian: { encodings: ['windows-1250'], text: 'id,név\n1,Szőke Gábor\n2,Tűzkő Ödön\n3,Kovács Éva\n4,Nagy István\n' },
  Russian: { encodings: ['windows-1251', 'koi8-r'], text: 'id,город\n1,Москва\n2,Санкт-Петербург\n3,Новосибирск\n4,ЕКАТЕРИНБУРГ\n5,Казань\n' },
  Greek: { encodings: ['windows-1253'], text: 'id,πόλη\n1,Αθήνα\n2,Θεσσαλονίκη\n3,Πάτρα\n4,Ηράκλειο\n' },
};

/** GBK is named where there is nothing that only GB 18030 has. */
const expected = (encoding: string): string => (encoding === 'gb18030' ? 'gbk' : encoding);

describe('the encoding of a text is found', () => {
  for (const [title, { encodings, text }] of Object.entries(SAMPLES)) {
    for (const encoding of encodings) {
      test(`${title} in ${encoding}`, () => {
        const bytes = encode(text, encoding);
        assert.ok(bytes, `${encoding} can write it`);
        assert.equal(guessEncoding(bytes)?.encoding, expected(encoding));
        const long = encode(`${text}${'7,ascii only,1.5\n'.repeat(400)}${text}`, encoding);
        assert.ok(long);
        assert.equal(guessEncoding(long)?.encoding, expected(encoding), 'amid much ASCII');
      });
    }
  }
});

test('a character that only GB 18030 has gives it its name', () => {
  const bytes = encode('编号,姓名\n1,王小明\n2,张𠮷\n3,李娜在北京\n', 'gb18030');
  assert.equal(bytes && guessEncoding(bytes)?.encoding, 'gb18030');
});

describe('no encoding is made up', () => {
  const ascii = 'id,name,city\n1,anna,berlin\n2,paul,bonn\n';
  test('for one stray byte', () => {
    for (let byte = 0x80; byte < 256; byte++) {
      for (const at of [3, 9, 14, 20, ascii.length]) {
        const bytes = Uint8Array.from([...new TextEncoder().encode(ascii.slice(0, at)), byte, ...new TextEncoder().encode(ascii.slice(at))]);
        assert.equal(guessEncoding(bytes), undefined, `${byte} at ${at}`);
      }
    }
  });

  test('for two stray bytes in a row that stand alone', () => {
    for (let first = 0x80; first < 256; first++) {
      for (const second of [0x80, 0xc0, 0xe9, 0xfe, 0xff]) {
        const bytes = Uint8Array.from([...new TextEncoder().encode('{"id":1,"t":"'), first, second, ...new TextEncoder().encode('"}\n')]);
        assert.equal(guessEncoding(bytes), undefined, `${first} ${second}`);
      }
    }
  });

  test('for bytes without meaning', () => {
    let made = 0;
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 255 }), { minLength: 50, maxLength: 400 }), list => {
      if (guessEncoding(Uint8Array.from(list))) made += 1;
    }), { numRuns: 300, seed: 7 });
    assert.ok(made <= 3, `${made} of 300`);
  });
});
