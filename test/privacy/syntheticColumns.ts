/** A column of forty made-up cells. */
interface SyntheticColumn {
  readonly name: string;
  readonly values: readonly string[];
}

/** Numbers that are the same in every run: a linear congruence with the constants of Numerical Recipes. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = (below: number) => number;

const column = (name: string, cell: (random: Random, row: number) => string): SyntheticColumn => {
  const random = randomNumbers([...name].reduce((sum, character) => sum * 31 + (character.codePointAt(0) ?? 0), 7));
  return { name, values: Array.from({ length: 40 }, (_, row) => cell(random, row)) };
};

const personal = (expected: string, name: string, cell: (random: Random, row: number) => string) => ({ ...column(name, cell), expected });

const one = (random: Random, from: readonly string[]): string => from[random(from.length)] ?? '';
const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random(10)).join('');
const padded = (value: number, length = 2): string => String(value).padStart(length, '0');
const letters = (random: Random, count: number): string => Array.from({ length: count }, () => String.fromCharCode(65 + random(26))).join('');
const day = (random: Random, from = 1950, years = 50): string => `${from + random(years)}-${padded(1 + random(12))}-${padded(1 + random(28))}`;

/** The first of the candidates with another last character that passes. */
const completed = (stem: string, ends: string, passes: (text: string) => boolean): string => [...ends].map(end => stem + end).find(passes) ?? '';

const luhn = (text: string): boolean => [...text].reverse().reduce((sum, digit, i) => sum + (i % 2 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0 : Number(digit)), 0) % 10 === 0;

const sumOf = (text: string, weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * Number(text.charAt(i)), 0);

const GIVEN = ['Anna', 'John', 'Maria', 'David', 'Emily', 'Thomas', 'Laura', 'Michael', 'Priya', 'Carlos', 'Wanjiru', 'Torsten', 'Sophie', 'Mark', 'Linda'];
const FAMILY = ['Schmidt', 'Smith', 'Garcia', "O'Brien", 'Kowalski', 'Nguyen', 'Patel', 'Rossi', 'Dubois', 'Kamau', 'Lindqvist', 'Okafor'];
const CN_FAMILY = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗单冷'];
const CN_GIVEN = ['芳', '建国', '伟', '秀英', '敏', '静', '磊', '志强', '丽娜', '浩然'];
const TOWNS = ['Springfield', 'Riverton', 'Lakeside', 'Fairview', 'Georgetown', 'New Haven', 'Salem', 'Madison', 'Clinton', 'Franklin', 'Greenville', 'Bristol'];
const STREETS = ['Main', 'Oak', 'Maple', 'Washington', 'Lake', 'Hill', 'Park'];

function cnId(random: Random): string {
  const stem = `${one(random, ['110105', '310104', '440305', '510107'])}${day(random).replaceAll('-', '')}${digits(random, 3)}`;
  return completed(stem, '0123456789X', id => [...id].reduce((sum, digit) => (sum * 2 + (digit === 'X' ? 10 : Number(digit))) % 11, 0) === 1);
}

function iban(random: Random): string {
  const account = digits(random, 18);
  const rest = [...`${account}131400`].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return `DE${padded(98 - rest)}${account}`;
}

function cpf(random: Random): string {
  const stem = digits(random, 9);
  const first = completed(stem, '0123456789', text => ((sumOf(text, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10 === Number(text.charAt(9)));
  return completed(first, '0123456789', text => ((sumOf(text, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10 === Number(text.charAt(10)));
}

const nhs = (random: Random): string => {
  const text = completed(`4${digits(random, 8)}`, '0123456789', each => sumOf(each, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0);
  return text || '9434765919';
};

const bsn = (random: Random): string => completed(`1${digits(random, 7)}`, '0123456789', text => sumOf(text, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0) || '111222333';
const dni = (random: Random): string => {
  const number = digits(random, 8);
  return number + 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(number) % 23);
};

function rut(random: Random): string {
  const number = `1${digits(random, 7)}`;
  const sum = [...number].reverse().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  return `${number}-${'0K987654321'.charAt(sum % 11)}`;
}

export const PERSONAL: readonly (SyntheticColumn & { readonly expected: string })[] = [
  personal('email', 'kontakt', (random, row) => `${one(random, GIVEN).toLowerCase()}.${row}@example.com`),
  personal('person-name', 'a3', random => `${one(random, GIVEN)} ${one(random, FAMILY)}`),
  personal('person-name', 'customer_name', random => `${one(random, GIVEN)} ${one(random, FAMILY)}`),
  personal('person-name', 'name', random => `${one(random, FAMILY)}, ${one(random, GIVEN)}`),
  personal('family-name', 'last_name', random => one(random, FAMILY)),
  personal('given-name', 'vorname', random => one(random, GIVEN)),
  personal('cn-person-name', '姓名', random => one(random, CN_FAMILY) + one(random, CN_GIVEN)),
  personal('cn-person-name', 'KHXM', random => one(random, CN_FAMILY) + one(random, CN_GIVEN)),
  personal('phone-number', 'kontakt2', random => `+49 30 ${1 + random(9)}${digits(random, 6)}`),
  personal('us-phone', 'c7', random => `(${2 + random(8)}${padded(20 + random(70))}) 555-${digits(random, 4)}`),
  personal('national-phone', 'phone', random => `${2 + random(8)}${padded(20 + random(70))}555${digits(random, 4)}`),
  personal('cn-phone', 'SJH', random => `1${one(random, ['38', '39', '50', '77', '86'])}${digits(random, 8)}`),
  personal('cn-phone', 'x9', random => `1${one(random, ['38', '39', '50', '77', '86'])}${digits(random, 8)}`),
  personal('cn-resident-id', 'SFZH', cnId),
  personal('cn-resident-id', 'v1', cnId),
  personal('payment-card', 'v2', random => completed(`4${digits(random, 14)}`, '0123456789', luhn)),
  personal('iban', 'konto', iban),
  personal('us-ssn', 'ssn', random => `${100 + random(500)}-${10 + random(89)}-${1000 + random(8999)}`),
  personal('us-ssn-digits', 'SSN', random => `${100 + random(500)}${10 + random(89)}${1000 + random(8999)}`),
  personal('ip-address', 'v4', random => `${1 + random(200)}.${random(256)}.${random(256)}.${random(256)}`),
  personal('mac-address', 'v5', random => `00:00:5e:${padded(random(100))}:${padded(random(100))}:${padded(random(100))}`),
  personal('uk-nhs-number', 'nhs_number', nhs),
  personal('es-dni', 'v6', dni),
  personal('br-cpf', 'v7', cpf),
  personal('nl-bsn', 'v8', bsn),
  personal('imei', 'v9', random => completed(`35${digits(random, 12)}`, '0123456789', luhn)),
  personal('street-address', 'location', random => `${1 + random(900)} ${one(random, STREETS)} ${one(random, ['St', 'Ave', 'Road', 'Blvd.'])}, ${one(random, TOWNS)}`),
  personal('cn-address', 'v10', random => `${one(random, ['北京市朝阳区', '上海市浦东新区', '广东省深圳市南山区'])}${one(random, ['建国', '人民', '世纪'])}路${1 + random(300)}号`),
  personal('birth-date', 'dob', random => day(random)),
  personal('birth-date', 'CSRQ', random => day(random).replaceAll('-', '')),
  personal('gender', 'sex', random => one(random, ['M', 'F'])),
  personal('ethnicity', '民族', random => one(random, ['汉族', '回族', '满族', '壮族'])),
  personal('secret', 'v11', random => `AKIA${letters(random, 16)}`),
  personal('cn-plate', 'v12', random => `${one(random, [...'京沪粤浙'])}A${digits(random, 5)}`),
  personal('in-pan', 'v13', random => `${letters(random, 3)}P${letters(random, 1)}${digits(random, 4)}${letters(random, 1)}`),
  personal('ca-sin', 'v14', random => completed(`1${digits(random, 7)}`, '0123456789', luhn)),
  personal('cl-rut', 'v15', random => rut(random)),
  personal('se-personnummer', 'pnr', random => {
    const [stem, head] = [digits(random, 3), `${50 + random(50)}${padded(1 + random(12))}${padded(1 + random(28))}`];
    return `${head}-${completed(head + stem, '0123456789', luhn).slice(6)}`;
  }),
  personal('wallet-address', 'v16', random => `0x${Array.from({ length: 40 }, () => '0123456789abcdef'.charAt(random(16))).join('')}`),
  personal('profile-url', 'v17', (random, row) => `https://www.linkedin.com/in/${one(random, GIVEN).toLowerCase()}-${row}`),
  personal('icd-10', 'diagnosis', random => `${one(random, ['E', 'I', 'J', 'K'])}${digits(random, 2)}.${random(10)}`),
  personal('age', '年龄', random => String(18 + random(70))),
  personal('passport', 'passport_no', random => `E${digits(random, 8)}`),
];

export const LOOK_ALIKES: readonly SyntheticColumn[] = [
  column('order_number', random => digits(random, 10)),
  column('order_id', (_, row) => String(1000 + row)),
  column('reference', random => `4${digits(random, 15)}`),
  column('timestamp_ms', random => String(1_700_000_000_000 + random(10_000_000_000))),
  column('epoch', random => String(1_700_000_000 + random(10_000_000))),
  column('zip', random => digits(random, 5)),
  column('zip_plus', random => `${digits(random, 5)}-${digits(random, 4)}`),
  column('price', random => `${random(900)}.${padded(random(100))}`),
  column('amount', random => `$${1 + random(9)},${padded(random(1000), 3)}.00`),
  column('sku', random => `${letters(random, 3)}-${digits(random, 5)}`),
  column('product_code', random => `${letters(random, 2)}${digits(random, 6)}`),
  column('ean13', random => `40${digits(random, 11)}`),
  column('isbn10', nhs),
  column('sha256', random => Array.from({ length: 64 }, () => '0123456789abcdef'.charAt(random(16))).join('')),
  column('uuid', random => [8, 4, 4, 4, 12].map(count => Array.from({ length: count }, () => '0123456789abcdef'.charAt(random(16))).join('')).join('-')),
  column('latitude', random => `${random(90)}.${digits(random, 6)}`),
  column('coordinates', random => `${random(90)}.${digits(random, 6)}, ${random(180)}.${digits(random, 6)}`),
  column('city', random => one(random, TOWNS)),
  column('county', random => `${one(random, ['Jefferson', 'Madison', 'Henry', 'Douglas', 'Lawrence', 'Marion'])} County`),
  column('product', random => `${one(random, ['Red', 'Green', 'Smart', 'Classic'])} ${one(random, ['Apple', 'Chair', 'Watch', 'Shirt'])}`),
  column('version', random => `${random(20)}.${random(20)}.${random(30)}.${random(30)}`),
  column('release', random => `${random(20)}.${random(20)}.${random(30)}.${random(30)}`),
  column('order_date', random => day(random, 2018, 6)),
  column('year', random => String(1950 + random(70))),
  column('email_verified', random => one(random, ['yes', 'no'])),
  column('phone_model', random => `${one(random, ['Pixel', 'Galaxy', 'Nova'])} ${1 + random(12)}`),
  column('card_type', random => one(random, ['visa', 'amex', 'unionpay'])),
  column('upc', random => digits(random, 12)),
  column('case_number', random => `${10 + random(80)}${padded(1 + random(12))}${padded(1 + random(28))}-${digits(random, 4)}`),
  column('invoice', random => digits(random, 9)),
  column('account_type', random => one(random, ['checking', 'savings'])),
  column('policy', random => digits(random, 11)),
  column('amount_cents', random => String(10_000_000 + random(90_000_000))),
  column('headline', random => `${one(random, ['Paris', 'Jordan', 'Chelsea'])} ${one(random, ['Wins Big', 'Loses Again', 'Draws'])}`),
  column('director_of', random => one(random, ['North America', 'South East', 'Middle East', 'Latin America', 'New Zealand'])),
  column('movie', random => `${one(random, ['Forrest', 'Annie', 'Jackie', 'Harry', 'Erin'])} ${one(random, ['Gump', 'Hall', 'Brown', 'Returns'])}`),
  column('size', random => one(random, ['S', 'M', 'L', 'XL'])),
  column('race', random => one(random, ['100m', 'marathon', '5k', 'half marathon'])),
  column('颜色', random => one(random, ['黄色', '白色', '金色', '高级灰', '石榴红', '马卡龙'])),
  column('城市', random => one(random, ['北京', '上海', '广州', '温州', '马鞍山', '石家庄', '金华', '常州', '黄山', '江门', '徐州', '孝感', '贺州', '于田', '汪清'])),
  column('公司', random => `${one(random, ['华为', '金山', '万达', '方正', '高德'])}${one(random, ['科技', '集团', '软件'])}有限公司`),
  column('review', random => `The ${one(random, ['food', 'room', 'staff'])} was ${one(random, ['fine', 'good', 'poor'])}, we paid ${random(90)} and left early.`),
  column('temperature', random => `${random(40)}.${random(10)}`),
  column('part', random => `${letters(random, 1)}${digits(random, 2)}.${random(10)}`),
  column('time', random => `${padded(random(24))}:${padded(random(60))}:${padded(random(60))}`),
  column('score', random => `${random(5)}-${random(5)}`),
  column('url', (_, row) => `https://example.com/item/${row}`),
  column('batch', random => `${digits(random, 3)}-${digits(random, 3)}-${digits(random, 3)}`),
  column('species', random => one(random, ['Canis lupus', 'Felis catus', 'Homo sapiens', 'Ursus arctos', 'Mus musculus'])),
];
