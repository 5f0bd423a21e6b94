import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { CliFolder } from './folder.ts';

/**
 * Whatever kind of value stands at whatever node of an annotation where another kind belongs: it is said once, where it stands, and nothing that follows from
 * it is said as well. The annotation says everything the vocabulary has, so that every rule about annotations has something to look at.
 */
type Node = string | number | boolean | null | readonly Node[] | { readonly [key: string]: Node };
type Path = readonly (string | number)[];

const PRIVACY: Node = {
  schemaVersion: 1, personalData: 'yes', profiles: ['gdpr'], identifiability: 'identified', dataLevel: 'general', complete: true, subjects: ['patient'], unit: { kind: 'person', key: ['mail'] },
  controller: { name: 'A', email: 'a@b.example', address: 'x', phone: 'y' }, role: 'controller', dpo: { name: 'B' }, representative: { name: 'C' },
  purposes: [{
    use: 'train_ai_system', description: 'd', legalBasis: 'gdpr:6-1-e', specialBasis: 'gdpr:9-2-j', originalPurpose: 'x', compatible: true, limitUseRef: 'x', consentRef: 'x', withdrawal: 'x', balancingTestRef: 'x',
  }],
  sources: [{ kind: 'provided', from: 'x', period: '2020', noticeRef: 'x', recordRef: 'x' }], jurisdictions: ['DE'], storage: ['DE'],
  transfers: [{ to: 'US', mechanism: 'scc', ref: 'x', subjectsPerYear: 5 }], recipients: [{ name: 'x', role: 'y', country: 'DE' }],
  retention: { period: 'P3Y', from: 'event', action: 'delete', basis: 'x' }, dpia: { required: true, status: 'done', date: '2024-01-01', ref: 'x' }, ropaRef: 'x', pipiaRef: 'x',
  release: { audience: 'internal', licence: 'x' },
  guarantees: {
    kAnonymity: { k: 2, qi: ['age'], missing: 'exclude' }, lDiversity: [{ sensitive: 'dx', kind: 'distinct', l: 1 }], tCloseness: [{ sensitive: 'dx', t: 0.9, distance: 'equal' }],
    alphaK: { alpha: 0.99, k: 2 }, betaLikeness: 9, deltaDisclosure: 9, risk: { model: 'prosecutor', max: 0.9 }, uniqueness: { max: 0.9 },
  },
  safeguards: { encryptionAtRest: 'x', encryptionInTransit: 'x', access: 'x', environment: 'x', audit: 'x' }, ethicsReview: { board: 'x', decision: 'approved', ref: 'x', on: '2024-01-01' },
  biasExamination: { ref: 'x', on: '2024-01-01', result: 'x' }, dataGaps: 'x', reviewed: { by: 'x', on: '2024-01-01', tool: 'x' }, waivers: [{ rule: 'outlier', reason: 'x', until: '2999-01-01' }],
  differentialPrivacy: {
    unit: 'person', neighbouring: 'add-remove', epsilon: 2.593, delta: 1e-5, mechanism: 'gaussian', accountant: 'rdp', conversion: 'improved', sampling: 'poisson', noiseMultiplier: 1.1, sampleRate: 0.00426,
    steps: 14062, clip: 1, budget: { epsilon: 5, delta: 1e-4 },
  },
};
const FIELDS: readonly Node[] = [
  { name: 'age', type: 'integer', privacy: {
    category: 'user.demographic.age_range', role: 'quasi-identifier', hierarchy: { levels: { 20: ['20s'], 21: ['20s'], 22: ['20s'] } }, biasNote: 'x', allowed: ['train'], subjectAgeLimit: 18,
  } },
  { name: 'zip', type: 'integer', privacy: { category: 'user.contact.address.postal_code', role: 'quasi-identifier', origin: 'provided', freeText: false } },
  { name: 'dx', type: 'string', privacy: {
    category: 'user.health_and_medical', role: 'sensitive', special: ['gdpr9:health'], purposes: ['train_ai_system'], retention: { period: 'P1Y', from: 'event', action: 'delete' }, separateConsentRef: 'x',
  } },
  { name: 'mail', type: 'string', privacy: {
    category: 'user.contact.email', type: 'email', role: 'direct-identifier', classification: 'confidential', identifiability: 'identified', examplesSynthetic: true, parentalConsentRef: 'x',
  } },
];
const BASE: Node = { name: 'x', privacy: PRIVACY, resources: [{ name: 'd', path: 'data.csv', schema: { fields: FIELDS } }] };
const ROOTS: readonly Path[] = [['privacy'], ...FIELDS.map((_, i) => ['resources', 0, 'schema', 'fields', i, 'privacy'])];
const ROWS = Array.from({ length: 12 }, (_, i) => `${20 + (i % 3)},${10115 + (i % 2)},${i % 2 === 0 ? 'flu' : 'cold'},u${i}@mail${i % 3}.example`);

const ODD: readonly Node[] = [true, 7, 'zzz', ['zzz'], [7], { zzz: 1 }, [], {}, null, -1, ''];
/** A contact, the path of a hierarchy and a budget may be written shorter. */
const SHORT = /\.(?:controller|dpo|representative|hierarchy) "zzz"|\.budget 7/;
/** Every so many cases are tried: all of them take a minute. */
const EACH = 7;

const isList = (node: Node): node is readonly Node[] => Array.isArray(node);
const kindOf = (node: Node | undefined): string => (node === null ? 'null' : node !== undefined && isList(node) ? 'list' : typeof node);
const entriesOf = (node: Node | undefined): readonly (readonly [string | number, Node])[] =>
  (typeof node !== 'object' || node === null ? [] : isList(node) ? node.map((one, i) => [i, one] as const) : Object.entries(node));
const at = (node: Node | undefined, path: Path): Node | undefined => path.reduce<Node | undefined>((inner, step) => entriesOf(inner).find(([key]) => key === step)?.[1], node);
const below = (node: Node | undefined, path: Path): readonly Path[] => [path, ...entriesOf(node).flatMap(([key, one]) => below(one, [...path, key]))];

function withValue(node: Node, [step, ...rest]: Path, value: Node): Node {
  if (step === undefined) return value;
  if (typeof node !== 'object' || node === null) return node;
  const inner = (one: Node | undefined): Node => withValue(one ?? {}, rest, value);
  return isList(node) ? node.map((one, i) => (i === step ? inner(one) : one)) : { ...node, [step]: inner(node[step]) };
}

const CASES = ROOTS.flatMap(root => below(at(BASE, root), root)).flatMap(path => ODD.filter(odd => kindOf(odd) !== kindOf(at(BASE, path))).map(odd => ({ path, odd })))
  .filter((_, i) => i % EACH === 0).filter(({ path, odd }) => !SHORT.test(`.${path.join('.')} ${JSON.stringify(odd)}`));

interface Found {
  readonly rule: string;
  readonly range: { readonly start: { readonly line: number } };
}

describe('an annotation with a value of the wrong kind', () => {
  const folder = new CliFolder();
  const found = new Map<string, Found[]>();
  const textOf = (path: Path, odd: Node): string => JSON.stringify(withValue(BASE, path, odd), null, 1);
  before(() => {
    [['base', JSON.stringify(BASE, null, 1)] as const, ...CASES.map(({ path, odd }, i) => [`case-${i}`, textOf(path, odd)] as const)].forEach(([name, text]) => {
      folder.write(`${name}/data.csv`, `age,zip,dx,mail\n${ROWS.join('\n')}\n`);
      folder.write(`${name}/datapackage.json`, text);
    });
    const { stdout } = folder.lintel('check', '.', '--format', 'jsonl');
    for (const line of stdout.split('\n').filter(text => text.includes('"rule"'))) {
      const { path, ...finding } = JSON.parse(line);
      const name = String(path).split('/')[0] ?? '';
      found.set(name, [...found.get(name) ?? [], finding]);
    }
  });
  after(() => folder.remove());

  test('the right one is silent', () => assert.deepEqual(found.get('base') ?? [], []));
  CASES.forEach(({ path, odd }, i) => {
    test(`${path.join('.')}: ${JSON.stringify(odd)}`, () => {
      const all = found.get(`case-${i}`) ?? [];
      assert.equal(all.length, 1, all.map(({ rule }) => rule).join());
      const text = textOf(path, odd);
      const node = findNodeAtLocation(parseTree(text) ?? assert.fail(), [...path]) ?? assert.fail();
      const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length - 1;
      const line = all[0]?.range.start.line ?? -1;
      assert.ok(line >= lineAt(node.offset) && line <= lineAt(node.offset + node.length), `${line}`);
    });
  });
});
