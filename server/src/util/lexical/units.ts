/** What a suffix or prefix of a number says: its unit in one spelling, and what the number is to be multiplied by. */
export interface Decoration {
  readonly unit: string;
  readonly factor: number;
}

/** The meaning of what stands behind a number; `undefined` where it is no unit anyone knows. `spaced`: a blank stands between. */
export function suffixOf(text: string, spaced: boolean): Decoration | undefined {
  if (text === '') return { unit: '', factor: 1 };
  const exact = unitOf(text);
  if (exact !== undefined && (spaced || isClear(text))) return { unit: exact, factor: 1 };
  const magnitude = MAGNITUDES.find(([word]) => text.startsWith(word));
  if (!magnitude) return undefined;
  const rest = text.slice(magnitude[0].length).trim();
  const unit = rest === '' ? '' : unitOf(rest);
  return unit === undefined ? undefined : { unit, factor: magnitude[1] };
}

/** The currency that stands before a number. */
export const currencyOf = (text: string): string | undefined => CURRENCIES.get(text) ?? CURRENCIES.get(text.toUpperCase());

/** The usual spelling of a unit. Single letters mean what they mean in their own case only: `m` is a metre, `M` a million. */
export function unitOf(text: string): string | undefined {
  const exact = CURRENCIES.get(text) ?? UNITS.get(text);
  return exact ?? (text.length > 1 ? CURRENCIES.get(text.toUpperCase()) ?? UNITS.get(text.toLowerCase()) : undefined);
}

/** Seats, flats and sizes are numbers with a capital letter too, so a single letter directly behind the digits must be a common one in lower case. */
const isClear = (text: string): boolean => text.length > 1 || !/^[A-Za-z]$/.test(text) || /^[gmhsL]$/.test(text);

/** Each unit with its spellings. Spellings in lower case stand for any case. */
function table(entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries).flatMap(([unit, words]) =>
    [unit, ...words.split(' ').filter(word => word !== '')].map(word => [word, unit] as const)));
}

const UNITS = table({
  '%': '', '‰': '', 'ppm': '', '°': '', '°C': '℃ degc 摄氏度', '°F': 'degf 华氏度', K: '',
  kg: 'kgs kilogram kilograms 公斤 千克', g: 'gram grams 克', mg: '毫克', 'µg': 'μg ug mcg 微克', t: 'tonne tonnes 吨', lb: 'lbs pound pounds 磅',
  oz: 'ounce ounces 盎司', 斤: '市斤', 两: '',
  km: 'kilometer kilometers kilometre kilometres 公里 千米', m: 'meter meters metre metres 米', cm: '厘米 公分', mm: '毫米', 'µm': 'μm um 微米',
  nm: '纳米',
  mi: 'mile miles 英里', ft: 'feet foot 英尺', in: 'inch inches 英寸', yd: 'yard yards',
  m2: 'm^2 sqm qm 平米 平方米 平', km2: 'km^2 平方公里', sqft: 'ft2 sq.ft. sqft.', ha: 'hectare hectares 公顷', acre: 'acres', 亩: '', m3: 'm^3 cbm 立方米',
  l: 'L liter liters litre litres 升', ml: '毫升', cl: '', gal: 'gallon gallons 加仑', µl: 'μl ul',
  s: 'sec secs second seconds 秒', ms: '毫秒', min: 'mins minute minutes 分钟', h: 'hr hrs hour hours 小时', d: 'day days 天 日',
  wk: 'week weeks 周', mo: 'month months 个月',
  yr: 'yrs year years 岁',
  'km/h': 'kmh kph kmph', mph: '', 'm/s': '', kn: 'knot knots kt', Hz: '', kHz: '', MHz: '', GHz: '', rpm: '', bpm: '',
  W: 'watt watts 瓦', kW: '千瓦', MW: '', Wh: '', kWh: '千瓦时', MWh: '', V: 'volt volts 伏', mV: '', A: '', mA: '', J: '', kJ: '',
  kcal: '大卡 千卡', cal: '',
  Pa: '', hPa: '', kPa: '', bar: '', psi: '', mmHg: '', 'mg/dL': '', 'mmol/L': '', 'g/L': '', 'mg/L': '', dB: '', lux: 'lx',
  KB: '', MB: '', GB: '', TB: '', KiB: '', MiB: '', GiB: '', px: '', pt: '', hp: '', cc: '',
  人: '名 位', 个: '', 次: '', 件: '', 台: '', 套: '', 只: '', 本: '', 张: '', 条: '', 户: '', 家: '', 倍: '',
});

const CURRENCIES = table({
  USD: '$ US$ U$ 美元 美金', EUR: '€ EURO EUROS 欧元', GBP: '£ 英镑', CNY: '¥ 元 RMB 人民币 块 圆', JPY: '円 日元', INR: '₹ RS RS.', KRW: '₩',
  RUB: '₽ РУБ', TRY: '₺ TL', VND: '₫', THB: '฿', UAH: '₴',
  BRL: 'R$', CHF: 'FR. SFR', CAD: 'CA$ C$', AUD: 'A$ AU$', HKD: 'HK$ 港元 港币', TWD: 'NT$ 新台币', SGD: 'S$', NZD: 'NZ$', MXN: 'MX$', SEK: '',
  NOK: '', DKK: '', PLN: 'ZŁ', CZK: 'KČ', ILS: '₪', ZAR: '', kr: 'KR',
});

/** Words that multiply, the longest first. Letters only in the capitals that are usual: `m` is a metre. */
const MAGNITUDES: readonly (readonly [string, number])[] = [
  ['百万', 1e6], ['千万', 1e7], ['万亿', 1e12], ['万', 1e4], ['萬', 1e4], ['亿', 1e8], ['億', 1e8], ['千', 1e3],
  ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['Mio.', 1e6], ['Mio', 1e6], ['Mrd.', 1e9], ['Mrd', 1e9], ['mn', 1e6], ['bn',
  1e9], ['tn', 1e12],
  ['k', 1e3], ['K', 1e3], ['M', 1e6], ['B', 1e9],
];
