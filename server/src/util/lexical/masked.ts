/** What was done to a value before it came here, in the words of the annotation, and what it was, where its form still tells. */
export interface MaskedForm {
  readonly how: 'masking' | 'redaction' | 'hashing';
  /** Id of the detector of what it was. */
  readonly type?: string;
}

/**
 * Whether a text is personal data that somebody has masked already: `138****5678`, `j***@example.com`, `[EMAIL]`, a digest in hexadecimal. Stars that
 * are a rating, a footnote or emphasis are no mask: a mask stands for at least two characters of something whose other characters are left, or is long.
 */
export function maskedForm(text: string): MaskedForm | undefined {
  if (!MARKED.test(text) || text.length > LONGEST) return undefined;
  const folded = text.trim().replace(COVERS, '*');
  if (DIGEST.test(folded)) return { how: 'hashing' };
  return placeholder(folded) ?? covered(folded) ?? (WITHHELD.test(folded) ? { how: 'redaction' } : undefined);
}

const LONGEST = 200;
/** What every mask has one of; nearly all texts have none. */
const MARKED = /[*•●＊█▇■[<{#某]|[xX]{2}|\.x\b|^[\da-fA-F]{32,}$|redacted|masked|脱敏|隐藏/i;
const COVERS = /[•●＊█▇■]/g;

/** Bytes of MD5, SHA-1, SHA-224, SHA-256, SHA-384 and SHA-512; a number is no digest. */
const DIGEST = /^(?=\D*\d)(?=[^a-f]*[a-f])(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{56}|[\da-f]{64}|[\da-f]{96}|[\da-f]{128})$|^(?=.*\d)(?=.*[A-F])(?:[\dA-F]{32}|[\dA-F]{40}|[\dA-F]{64}|[\dA-F]{128})$/;
const WITHHELD = /^(?:redacted|masked|已脱敏|已隐藏)$/i;

/** `[EMAIL_ADDRESS]`, `<PERSON>`, `{{phone_1}}`. */
function placeholder(text: string): MaskedForm | undefined {
  const [, word = ''] = PLACEHOLDER.exec(text) ?? [];
  const type = TYPES.find(([words]) => words.test(word))?.[1];
  if (type) return { how: 'redaction', type };
  return WITHHELD.test(word) ? { how: 'redaction' } : undefined;
}

const PLACEHOLDER = /^(?:\[{1,2}|<{1,2}|\{{1,2})\s*([\p{L}_ -]{2,30}?)[_ -]?\d{0,4}\s*(?:\]{1,2}|>{1,2}|\}{1,2})$/u;
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^e-?mail(?:[_ -]?address)?$|^邮箱$/i, 'email'],
  [/^(?:tele)?phone(?:[_ -]?(?:number|no))?$|^(?:mobile|fax)$|^(?:手机号?|电话)$/i, 'phone-number'],
  [/^(?:person|per|(?:first|last|full|person|patient|user)?[_ -]?name)$|^姓名$/i, 'person-name'],
  [/^(?:street[_ -]?)?address$|^地址$/i, 'street-address'],
  [/^(?:us[_ -]?)?ssn$/i, 'us-ssn'],
  [/^(?:credit[_ -]?)?card(?:[_ -]?(?:number|no))?$|^银行卡号?$/i, 'payment-card'],
  [/^iban(?:[_ -]?code)?$/i, 'iban'],
  [/^ip(?:[_ -]?address)?$/i, 'ip-address'],
  [/^(?:dob|date[_ -]of[_ -]birth|birth[_ -]?date)$/i, 'birth-date'],
  [/^身份证号?$/, 'cn-resident-id'],
  [/^passport(?:[_ -]?(?:number|no))?$/i, 'passport'],
];

/** Part of it covered: by stars, or by X where the rest are digits. */
function covered(text: string): MaskedForm | undefined {
  const type = COVERED.find(([form]) => form.test(text))?.[1];
  if (type) return { how: 'masking', type };
  return ANYTHING.some(form => form.test(text)) && !EMPHASIS.test(text) ? { how: 'masking' } : undefined;
}

const COVERED: readonly (readonly [RegExp, string])[] = [
  [/^(?=[^@]*(?:\*{2}|x{3}))[^\s@]{1,64}@[^\s@]+$|^[^\s@*]{1,64}@\*{2,}(?:\.[\w*]+)*$/i, 'email'],
  [/^(?:\*{3}|X{3}|#{3})[- ]?(?:\*{2}|X{2}|#{2})[- ]?\d{4}$/i, 'us-ssn'],
  [/^1[3-9]\d[*X]{4}\d{4}$/i, 'cn-phone'],
  [/^(?=.{15}$|.{18}$)\d{1,6}[*X]{8,16}[\dX]{0,4}$/i, 'cn-resident-id'],
  [/^(?=(?:[ -]?[\d*X#]){13,19}$)(?:\d{4,8}[ -]?)?(?:\d{0,3}[*X#]{2,6}[ -]?){2,4}\d{4}$|^(?:\d{6}|\d{4})[*X]{4,9}\d{4}$/i, 'payment-card'],
  [/^[A-Z]{2}(?:\d{2}|\*{2})(?=.*\*{4})(?: ?[A-Z\d*]{1,4}){3,8}$/, 'iban'],
  [/^\d{1,3}\.\d{1,3}\.(?:\*+|x{1,3}|\d{1,3})\.(?:\*+|x{1,3})$/i, 'ip-address'],
  [/^\+\d{1,3}[ -]?(?=.*[*X]{2})[\d*X() -]{6,18}$|^\((?:\d{3}|\*{3}|X{3})\) ?(?:\*{3}|X{3})-(?:\d{4}|[*X]{4})$|^(?:\d{3}|\*{3}|X{3})-(?:\*{3}|X{3})-\d{4}$/i, 'phone-number'],
  [/^\p{Script=Han}\*{1,3}$|^\*{1,2}\p{Script=Han}{1,2}$|^\p{Script=Han}\*\p{Script=Han}$|^\p{Script=Han}某{1,2}$/u, 'cn-person-name'],
  [/^\p{Lu}\*{2,}(?:[ -]\p{Lu}\*{2,}){1,3}$/u, 'person-name'],
];

/** At least two stars with something left before or behind, or many. */
const ANYTHING: readonly RegExp[] = [
  /^\*{6,}$/,
  /^(?=.*[\p{L}\d])[\p{L}\d ._+-]{0,12}\*{4,}[\p{L}\d ._+-]{0,12}$/u,
  /^[\p{L}\d]{1,8}\*{2,}[\p{L}\d]{1,8}$/u,
  /^\*{2,}-?\d{3,6}$/,
  /^(?=.*\d)[xX]{4,}[- ]?\d{2,6}$/,
  /^\*{2,}[-/ ]\*{2,}[-/ ]\d{2,4}$/,
];
const EMPHASIS = /^\*+\p{L}.*\*+$|^-?\d+(?:\.\d+)?\*{1,3}$/u;

/** What most values of a column are, if they are masked; `matches` of the `looked` are. */
export interface MaskedValues extends MaskedForm {
  readonly matches: number;
  readonly looked: number;
}

/** Whether a column holds values that are masked already: four in five of them. What it was is told where most of those agree. */
export function maskedValues(texts: readonly string[]): MaskedValues | undefined {
  const forms = texts.flatMap(text => maskedForm(text) ?? []);
  if (forms.length === 0 || forms.length < texts.length * SHARE) return undefined;
  const how = commonest(forms.map(form => form.how)) ?? 'masking';
  const type = commonest(forms.map(form => form.type));
  return { how, ...(type !== undefined && { type }), matches: forms.length, looked: texts.length };
}

const SHARE = 0.8;

function commonest<T>(items: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
