import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedForm, maskedValues } from '../../../server/src/util/lexical/masked.ts';

const MASKED: readonly (readonly [text: string, verdict: string])[] = [
  ['j***@example.com', 'masking email'], ['****@example.com', 'masking email'], ['jo***e@mail.example.org', 'masking email'], ['xxxxx@example.com', 'masking email'], ['anna@***.com', 'masking email'],
  ['j•••@example.com', 'masking email'],
  ['***-**-1234', 'masking us-ssn'], ['xxx-xx-1234', 'masking us-ssn'], ['*****1234', 'masking us-ssn'], ['###-##-1234', 'masking us-ssn'],
  ['138****5678', 'masking cn-phone'], ['13800138****', 'masking'], ['+49 *** ***123', 'masking phone-number'], ['(***) ***-1234', 'masking phone-number'], ['***-***-1234', 'masking phone-number'],
  ['**** **** **** 1234', 'masking payment-card'], ['xxxx-xxxx-xxxx-1234', 'masking payment-card'], ['411111******1111', 'masking payment-card'], ['4111 11** **** 1111', 'masking payment-card'],
  ['************1234', 'masking payment-card'], ['6222********1234', 'masking payment-card'],
  ['110101********1234', 'masking cn-resident-id'], ['1****************X', 'masking cn-resident-id'], ['DE89 **** **** **** **30 00', 'masking iban'], ['GB82**************5432', 'masking iban'],
  ['192.168.x.x', 'masking ip-address'], ['10.0.***.***', 'masking ip-address'],
  ['王*', 'masking cn-person-name'], ['李**', 'masking cn-person-name'], ['*小明', 'masking cn-person-name'], ['张*国', 'masking cn-person-name'], ['赵某某', 'masking cn-person-name'],
  ['J*** S****', 'masking person-name'],
  ['[EMAIL]', 'redaction email'], ['<PERSON>', 'redaction person-name'], ['{{phone_number_1}}', 'redaction phone-number'], ['[REDACTED]', 'redaction'], ['[NAME]', 'redaction person-name'],
  ['<EMAIL_ADDRESS>', 'redaction email'], ['<US_SSN>', 'redaction us-ssn'], ['<CREDIT_CARD>', 'redaction payment-card'], ['[身份证号]', 'redaction cn-resident-id'], ['已脱敏', 'redaction'], ['REDACTED', 'redaction'],
  ['***1234', 'masking'], ['******', 'masking'], ['ab****yz', 'masking'], ['xxxx1234', 'masking'],
  ['d41d8cd98f00b204e9800998ecf8427e', 'hashing'], ['DA39A3EE5E6B4B0D3255BFEF95601890AFD80709', 'hashing'], ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'hashing'],
];

const PLAIN = [
  '***', '*****', '**', '*', '12.3***', '0.05*', '-1.2**', '**bold**', '*note*', 'x', 'XXL', 'Axxess', 'Foxx', '2xx', '5*4', '*.csv', '**/*.ts', 'a*b', 'C#', '########', '#REF!', '#1234', '[1, 2]',
  '<b>', '<br/>', '[link]', '{a}', '{"a": 1}', '12345678901234567890123456789012', 'deadbeefdeadbeefdeadbeefdeadbee', 'anna@example.com', '13812345678', '4111111111111111', '某些', '某市', '王小明', 'xxhash', 'Exxon',
  'SELECT * FROM t', '192.168.0.1', '10.0.0.0/8', '1x2x3', '100x200', '****!', 'f**k', 'Superman XX', 'vgg16', 'ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEF', '[low]', '<unknown>', '[MASK]', '<UNK>', '[SEP]',
];

test('masks are known, and what they stand for where they tell', () => {
  assert.deepEqual(MASKED.map(([text]) => [text, verdictOf(text)]), MASKED);
});

test('stars, crosses and brackets that mask nothing', () => {
  assert.deepEqual(PLAIN.filter(text => text !== 'f**k' && maskedForm(text)), []);
});

test('a column is masked where four in five values are', () => {
  const values = ['j***@example.com', 'a***@example.com', 'b***@example.org', 'k***@example.net'];
  assert.deepEqual(maskedValues([...values, 'none']), { how: 'masking', type: 'email', matches: 4, looked: 5 });
  assert.equal(maskedValues([...values, 'none', 'nobody']), undefined);
  assert.equal(maskedValues([]), undefined);
});

function verdictOf(text: string): string | undefined {
  const form = maskedForm(text);
  return form && [form.how, form.type].filter(part => part !== undefined).join(' ');
}
