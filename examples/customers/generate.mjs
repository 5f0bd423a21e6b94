// Invented customers and orders. Nobody in these files exists: see ../README.md for how each kind of value is made.

const SEED = 20240614;
const CUSTOMERS = 400;
const ORDERS = 600;

/** Numbers that payment providers publish for tests; no bank has issued them. */
const TEST_CARDS = [
  '4242424242424242', '4111111111111111', '4000056655665556', '5555555555554444', '5105105105105100', '5200828282828210',
  '2223003122003222', '378282246310005', '371449635398431', '6011111111111117', '6011000990139424', '3566002020360505',
];
const SURNAMES = [...'王李张刘陈杨赵黄周吴', '欧阳', '上官'];
const GIVEN = ['伟', '芳', '娜', '敏', '静', '磊', '洋', '艳', '勇', '杰', '秀英', '建国', '雨桐', '子涵', '浩然', '思琪'];
const PINYIN = ['wang', 'li', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'wu', 'ouyang', 'shangguan'];
/** Domains that are reserved for examples (RFC 2606). */
const DOMAINS = ['example.com', 'example.net', 'example.org'];
const CITIES = [['北京', '110105'], ['上海', '310104'], ['广州', '440106'], ['深圳', '440305'], ['杭州', '330106'], ['成都', '510107']];
const PLANS = ['basic', 'plus', 'family'];
const KINDS = ['图书', '家电', '服装', '食品', '家居'];
const PAYMENTS = ['支付宝', '微信', '银行卡'];

/** customers.csv: 400 people and two repeated records. */
export function customers() {
  const random = seeded(SEED);
  const rows = Array.from({ length: CUSTOMERS }, (_, i) => customer(i, random));
  rows.splice(120, 0, rows[17]);
  rows.splice(333, 0, rows[201]);
  const header = [
    'customer_id', 'name', 'email', 'resident_id', 'card_number', 'city', 'joined', 'plan', 'support_calls', 'monthly_spend', 'churned',
  ];
  return text([header, ...rows]);
}

/** 订单.csv: 600 orders of those customers, with Chinese headers and the habits of a hand-kept table. */
export function orders() {
  const random = seeded(SEED + 1);
  const rows = Array.from({ length: ORDERS }, (_, i) => order(i, random));
  const header = ['订单编号', '客户编号', '下单日期', '商品类别', '数量', '金额（元）', '支付方式', '备注'];
  // One remark with a comma was typed in without quotes, so its record has a cell too many.
  return text([header, ...rows]).replace('"放在门口,谢谢"', '放在门口,谢谢');
}

function customer(index, random) {
  const surname = random.below(SURNAMES.length);
  const [city, area] = random.pick(CITIES);
  const born = 1962 + random.below(42);
  const calls = random.below(9);
  const spend = Math.round((40 + random.next() * 160) * 100) / 100;
  const churn = calls * 0.55 - spend / 60 + (random.next() - 0.5) * 1.6 > 0.3;
  return [
    id(index),
    SURNAMES[surname] + random.pick(GIVEN),
    random.next() < 0.03 ? random.pick(['', 'N/A', '未知']) : `${PINYIN[surname]}${born}.${index}@${random.pick(DOMAINS)}`,
    random.next() < 0.05 ? '' : residentId(area, born, random),
    random.next() < 0.1 ? '' : card(random),
    random.next() < 0.1 ? `${city}市` : city,
    random.next() < 0.04 ? date(random, '/') : date(random, '-'),
    random.next() < 0.03 ? random.pick(['', '-']) : random.pick(PLANS),
    calls,
    random.next() < 0.02 ? '' : index === 42 ? 98000 : spend.toFixed(2),
    churn ? 'yes' : 'no',
  ];
}

function order(index, random) {
  const count = 1 + random.below(5);
  const amount = ((8 + random.next() * 900) * count).toFixed(2);
  const wide = index % 97 === 41;
  return [
    `D${String(index + 1).padStart(5, '0')}`,
    id(random.below(CUSTOMERS)),
    random.next() < 0.05 ? chineseDate(random) : date(random, '-'),
    random.pick(KINDS),
    wide ? fullWidth(String(count)) : count,
    random.next() < 0.02 ? '暂无' : wide ? fullWidth(amount) : amount,
    random.next() < 0.04 ? random.pick(['', '--', '未知']) : random.pick(PAYMENTS),
    random.next() < 0.85 ? '' : random.pick(['请尽快发货', '周末送货', '无', '放在门口,谢谢']),
  ];
}

function id(index) {
  return `C${String(index + 1).padStart(4, '0')}`;
}

/**
 * A number of the right form with a right ISO 7064 check character. Its order code is one of 996 to 999, kept for people who were
 * over a hundred years old when they registered, which nobody born in the years used here was.
 */
function residentId(area, year, random) {
  const digits = `${area}${year}${pad(1 + random.below(12))}${pad(1 + random.below(28))}${996 + random.below(4)}`;
  let remainder = 0;
  for (const digit of digits) remainder = ((remainder + Number(digit)) * 2) % 11;
  return digits + '10X98765432'[remainder];
}

function card(random) {
  const number = random.pick(TEST_CARDS);
  return random.next() < 0.15 ? number.replace(/(.{4})(?=.)/g, '$1 ') : number;
}

function date(random, separator) {
  return [2021 + random.below(3), pad(1 + random.below(12)), pad(1 + random.below(28))].join(separator);
}

function chineseDate(random) {
  return `${2021 + random.below(3)}年${1 + random.below(12)}月${1 + random.below(28)}日`;
}

function fullWidth(value) {
  return value.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
}

function pad(number) {
  return String(number).padStart(2, '0');
}

function text(rows) {
  return rows.map(row => `${row.map(quoted).join(',')}\n`).join('');
}

function quoted(value) {
  return /[",\r\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
}

/** A small linear congruential generator (multiplier and increment of Numerical Recipes), enough for invented rows. */
function seeded(seed) {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const below = n => Math.floor(next() * n);
  return { next, below, pick: list => list[below(list.length)] };
}
