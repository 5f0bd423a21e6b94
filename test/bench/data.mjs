// The seeded table everything is measured on: 20 columns of the kinds people have, with quoted commas, quoted line breaks, doubled quotes and Chinese text.
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const FIRST = 'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Wei Fang Min Jun Olga Ivan Sofia Mateo Chloé Zoë Jürgen'.split(' ');
const LAST = "Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez O'Brien Müller Zhang Wang Li Chen Ivanov Petrov Nakamura".split(' ');
const DOMAINS = 'gmail.com example.com corp.example.org mail.cn uni.edu'.split(' ');
const COUNTRIES = 'US CN DE FR GB JP BR IN CA MX'.split(' ');
const CITIES = '北京 上海 广州 深圳 杭州 成都 武汉 西安 南京 重庆'.split(' ');
const CATEGORIES = ['electronics', 'books', 'home & garden', 'toys', 'sports', '"clothing, shoes"', 'grocery', 'health'];
const CHINESE = '这个 产品 非常 好用 质量 不错 客服 态度 需要 改进 物流 很快 包装 破损 推荐 购买 价格 便宜 但是 颜色 不对'.split(' ');
const ENGLISH = ('the quick brown fox jumps over a lazy dog while customer service was great but delivery took too long and package arrived damaged '
  + 'please refund asap').split(' ');
const STATES = ['new', 'active', 'closed', 'pending'];
const HEADER = 'id,uuid,first_name,last_name,email,phone,age,price,quantity,score,created,updated_at,country,city,category,comment,review_zh,url,is_active,label';

/** Path of the table with so many rows, made when it is not there yet. 1,000,000 rows are about 340 MB. */
export function tableOf(rows, folder = '.cache/bench') {
  return written(`${folder}/mixed-${rows}.csv`, function* () {
    const random = xorshift(0x9e3779b9);
    yield HEADER;
    for (let i = 0; i < rows; i++) yield rowOf(i, random);
  });
}

/** Path of a file of these lines, which are only made when it is not there yet. */
export function written(path, linesOf) {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.part`, 'w');
  let lines = [];
  const flush = () => void (lines.length > 0 && writeSync(file, `${lines.splice(0).join('\n')}\n`));
  for (const line of linesOf()) if (lines.push(line) === 5000) flush();
  flush();
  closeSync(file);
  renameSync(`${path}.part`, path);
  return path;
}

/** The records of a CSV file that is well-formed, as lists of contents. One that is cut at the end of a block is read with the next block. */
export function* recordsOf(path) {
  let rest = '';
  for (const text of textsOf(path)) {
    const whole = rest + text;
    const cells = [];
    let start = 0;
    let from = 0;
    for (const { 0: cell, 1: end, index } of whole.matchAll(/(?:"(?:[^"]|"")*"|[^",\n]*)([,\n])/g)) {
      if (index !== from) break;
      from = index + cell.length;
      const content = cell.slice(0, -1);
      cells.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content);
      if (end !== '\n') continue;
      yield cells.splice(0);
      start = from;
    }
    rest = whole.slice(start);
  }
}

/** The file's text in blocks. */
function* textsOf(path) {
  const file = openSync(path, 'r');
  const decoder = new TextDecoder();
  const block = new Uint8Array(1 << 20);
  for (let count = readSync(file, block); count > 0; count = readSync(file, block)) yield decoder.decode(block.subarray(0, count), { stream: true });
  closeSync(file);
}

/** Marsaglia's xorshift32 as numbers in [0, 1). */
export function xorshift(seed) {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

function rowOf(index, random) {
  const upTo = n => (random() * n) | 0;
  const pick = list => list[upTo(list.length)];
  const words = n => Array.from({ length: n }, () => pick(ENGLISH)).join(' ');
  const chinese = n => Array.from({ length: n }, () => pick(CHINESE)).join('');
  const hex = n => upTo(4294967296).toString(16).replace('-', '').padStart(8, '0').slice(0, n);
  const two = n => String(n).padStart(2, '0');
  const plain = text => text.toLowerCase().normalize('NFD').replace(/[^a-z]/g, '');
  const [first, last] = [pick(FIRST), pick(LAST)];
  const day = `${2015 + upTo(10)}-${two(1 + upTo(12))}-${two(1 + upTo(28))}`;
  return [
    index + 1,
    `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`,
    first, last,
    random() < 0.02 ? '' : `${plain(first)}.${plain(last)}${upTo(999)}@${pick(DOMAINS)}`,
    random() < 0.05 ? '' : `+1-${200 + upTo(800)}-555-${two(upTo(100))}${two(upTo(100))}`,
    random() < 0.03 ? '' : 18 + upTo(70),
    (random() * 1000).toFixed(2),
    upTo(50),
    random() < 0.04 ? 'NA' : (random() * 2 - 1).toFixed(6),
    day, `${day}T${two(upTo(24))}:${two(upTo(60))}:${two(upTo(60))}Z`,
    pick(COUNTRIES), pick(CITIES), pick(CATEGORIES),
    comment(random(), words, upTo),
    random() < 0.3 ? '' : `"${chinese(4 + upTo(8))}，${chinese(3)}"`,
    `https://www.example.com/p/${upTo(1e6)}?ref=${pick(COUNTRIES)}`,
    random() < 0.5, pick(STATES),
  ].join(',');
}

function comment(chance, words, upTo) {
  if (chance < 0.1) return '';
  if (chance < 0.55) return words(4 + upTo(14));
  if (chance < 0.85) return `"${words(5 + upTo(8))}, ${words(4 + upTo(8))}"`;
  if (chance < 0.93) return `"${words(5)} ""${words(2)}"" ${words(4)}"`;
  return `"${words(6)}\n${words(6)}, ${words(3)}"`;
}
