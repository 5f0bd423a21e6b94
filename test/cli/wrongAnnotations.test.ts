import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

/** Whatever is wrong in an annotation is said once, at its node: nothing that follows from it is said as well. */
const ROWS = Array.from({ length: 12 }, (_, i) => `${20 + (i % 3)},${10115 + (i % 2)},${i % 2 === 0 ? 'flu' : 'cold'},u${i}@mail${i % 3}.example`);

type Node = string | number | boolean | readonly Node[] | { readonly [key: string]: Node };
const BASE: Node = {
  name: 'x',
  privacy: {
    personalData: 'yes', profiles: ['gdpr'], controller: { name: 'A', email: 'a@b.example' }, dpo: { name: 'B' },
    purposes: [{ use: 'train_ai_system', legalBasis: 'gdpr:6-1-e', specialBasis: 'gdpr:9-2-j' }], retention: { period: 'P3Y', from: 'event', action: 'delete' },
    dpia: { status: 'done', ref: 'x' }, guarantees: { kAnonymity: { k: 2, qi: ['age'] } },
  },
  resources: [{ name: 'd', path: 'data.csv', schema: { fields: [
    { name: 'age', type: 'integer', privacy: { category: 'user.demographic.age_range', role: 'quasi-identifier' } },
    { name: 'zip', type: 'integer', privacy: { category: 'user.contact.address.postal_code', role: 'quasi-identifier' } },
    { name: 'dx', type: 'string', privacy: { category: 'user.health_and_medical', role: 'sensitive', special: ['gdpr9:health'] } },
    { name: 'mail', type: 'string', privacy: { category: 'user.contact.email', type: 'email', role: 'direct-identifier' } },
  ] } }],
};
const BLOCK = ['privacy'] as const;
const K = [...BLOCK, 'guarantees', 'kAnonymity'] as const;
const column = (index: number): readonly (string | number)[] => ['resources', 0, 'schema', 'fields', index, 'privacy'];
const LOSS = { epsilon: 1, delta: 1e-6, unit: 'person', neighbouring: 'add-remove' };

/** What is put where, and the rule that speaks of it. */
const WRONG: readonly (readonly [path: readonly (string | number)[], value: Node, rule: string])[] = [
  [BLOCK, 'yes', 'invalid-description'], [BLOCK, [1], 'invalid-description'], [[...BLOCK, 'personalData'], 'maybe', 'invalid-description'], [[...BLOCK, 'personalData'], true, 'invalid-description'],
  [[...BLOCK, 'profiles'], 'gdpr', 'invalid-description'], [[...BLOCK, 'profiles'], ['gdrp'], 'outdated-profile'], [[...BLOCK, 'identifiability'], 'anonymized', 'invalid-description'],
  [[...BLOCK, 'purposes'], { use: 'x' }, 'invalid-description'], [[...BLOCK, 'purposes', 0, 'use'], 'train_ai', 'unknown-privacy-term'], [[...BLOCK, 'purposes', 0, 'legalBasis'], '6(1)(e)', 'invalid-description'],
  [[...BLOCK, 'retention'], '3 years', 'invalid-description'], [[...BLOCK, 'retention', 'period'], '3 years', 'invalid-privacy-notation'], [[...BLOCK, 'retention', 'period'], 3, 'invalid-description'],
  [[...K, 'k'], '2', 'invalid-description'], [[...K, 'k'], 1, 'invalid-description'], [[...K, 'qi'], 'age', 'invalid-description'], [[...K, 'qi'], [], 'inconsistent-guarantee'],
  [[...K, 'qi'], ['agee'], 'unknown-annotated-column'], [[...K, 'qi'], ['age', 'dx'], 'inconsistent-guarantee'], [[...K, 'missing'], 'skip', 'invalid-description'],
  [[...BLOCK, 'guarantees', 'lDiversity'], [{ sensitive: 'dx', kind: 'distinct', l: 5 }], 'l-diversity-not-kept'],
  [[...BLOCK, 'guarantees', 'lDiversity'], [{ sensitive: 'dxx', l: 2 }], 'unknown-annotated-column'], [[...BLOCK, 'guarantees', 'tCloseness'], [{ sensitive: 'dx', t: 1.5 }], 'invalid-description'],
  [[...BLOCK, 'guarantees', 'kMap'], { k: 2, population: 'nobody' }, 'population-promise-not-kept'], [[...BLOCK, 'guarantees', 'risk'], { model: 'attacker', max: 0.3 }, 'invalid-description'],
  [[...BLOCK, 'differentialPrivacy'], { ...LOSS, epsilon: -1 }, 'invalid-description'], [[...BLOCK, 'differentialPrivacy'], { ...LOSS, delta: 0.5 }, 'delta-too-large'],
  [[...BLOCK, 'differentialPrivacy'], { ...LOSS, steps: 1.5 }, 'invalid-description'], [[...BLOCK, 'retension'], { period: 'P3Y' }, 'unknown-privacy-key'],
  [[...BLOCK, 'jurisdictions'], ['Germany'], 'invalid-privacy-notation'], [[...BLOCK, 'transfers'], [{ mechanism: 'scc' }], 'invalid-description'], [[...BLOCK, 'unit'], { kind: 'person', key: ['pid'] }, 'unknown-annotated-column'],
  [[...column(3), 'category'], 'user.mail', 'unknown-privacy-term'], [[...column(3), 'type'], 'e-mail', 'unknown-privacy-term'], [[...column(3), 'role'], 'identifier', 'invalid-description'],
  [[...column(2), 'special'], ['health'], 'unknown-privacy-term'], [[...column(3), 'transform'], { technique: 'hash' }, 'invalid-description'], [[...column(2), 'hierarchy'], { levels: { flu: 'lung' } }, 'invalid-description'],
  [[...BLOCK, 'waivers'], [{ rule: 'PD03', reason: 'x', until: 'tomorrow' }], 'invalid-privacy-notation'],
];

function withValue(node: Node, [step, ...rest]: readonly (string | number)[], value: Node): Node {
  if (step === undefined) return value;
  if (typeof node !== 'object') return node;
  const inner = (one: Node | undefined): Node => withValue(one ?? {}, rest, value);
  return isList(node) ? node.map((one, i) => (i === step ? inner(one) : one)) : { ...node, [step]: inner(node[step]) };
}

const isList = (node: Node): node is readonly Node[] => Array.isArray(node);

describe('a wrong annotation', () => {
  const folder = new CliFolder();
  const found = new Map<string, string[]>();
  before(() => {
    [['base', BASE] as const, ...WRONG.map(([path, value], i) => [`case-${i}`, withValue(BASE, path, value)] as const)].forEach(([name, description]) => {
      folder.write(`${name}/data.csv`, `age,zip,dx,mail\n${ROWS.join('\n')}\n`);
      folder.write(`${name}/datapackage.json`, JSON.stringify(description, null, 1));
    });
    const { stdout } = folder.lintel('check', '.', '--format', 'jsonl');
    for (const line of stdout.split('\n').filter(text => text.includes('"rule"'))) {
      const { path, rule } = JSON.parse(line);
      const name = String(path).split('/')[0] ?? '';
      found.set(name, [...found.get(name) ?? [], String(rule)]);
    }
  });
  after(() => folder.remove());

  test('the right one is silent', () => assert.deepEqual(found.get('base') ?? [], []));
  WRONG.forEach(([path, value, rule], i) => {
    test(`${path.join('.')}: ${JSON.stringify(value)}`, () => assert.deepEqual(found.get(`case-${i}`) ?? [], [rule]));
  });
});
