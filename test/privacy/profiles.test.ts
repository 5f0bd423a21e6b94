import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import type { PrivacyDescription } from '../../server/src/core/annotation.ts';
import type { Description } from '../../server/src/core/description.ts';
import type { Profiles } from '../../server/src/core/duties.ts';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { readLayer } from '../../server/src/config/layer.ts';
import { createDescriptions } from '../../server/src/engine/descriptions.ts';
import { applyProfiles, profileNamed } from '../../server/src/engine/profiles.ts';
import { allProfiles, allRules } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { memoryHost, uriOf } from '../harness/memoryHost.ts';

const TODAY = new Date('2026-03-01T00:00:00Z');
const described = (block: Partial<PrivacyDescription>): Description => ({ resources: [], privacy: { node: ['privacy'], raw: {}, purposes: [], ...block } });
const applied = (description: Description, chosen: readonly string[] = []): Profiles => applyProfiles(description, { chosen, today: TODAY });
const names = ({ applied: all }: Profiles): readonly string[] => all.map(({ profile, version, reason }) => `${profile.id}@${version.id} ${reason.kind}`);

test('what profiles ask for are rules, and every duty is asked for by the profile it lies in', () => {
  const rules = new Set(allRules.map(({ id }) => id));
  assert.deepEqual(allProfiles.flatMap(({ id, asks }) => Object.keys(asks).filter(rule => !rules.has(rule)).map(rule => `${id}: ${rule}`)), []);
  const asked = new Set(allProfiles.flatMap(({ id, asks }) => Object.keys(asks).map(rule => `${id}/${rule}`)));
  for (const { id } of allProfiles) {
    for (const rule of rules) {
      const lies = existsSync(`server/src/privacy/profiles/${id}/requirements/${rule}/requirement.ts`);
      assert.ok(!lies || asked.has(`${id}/${rule}`), `${id} holds ${rule} and does not ask for it`);
    }
  }
});

test('versions are in the order in which they came into force, and begin in the month they are called by', () => {
  for (const { id, versions } of allProfiles) {
    assert.deepEqual([...versions].sort((a, b) => (a.inForce < b.inForce ? -1 : 1)), versions, id);
    for (const version of versions) assert.equal(version.inForce.slice(0, 7), version.id, id);
    for (const { superseded } of versions) assert.ok(!superseded || profileNamed(superseded.by, allProfiles, TODAY)?.version.id === superseded.by.split('@')[1], id);
  }
});

test('named profiles and configured ones hold together, and then nothing is derived', () => {
  assert.deepEqual(names(applied(described({ profiles: ['pipl'], jurisdictions: ['DE'] }), ['gdpr@2018-05', 'pipl'])), ['pipl@2021-11 named', 'gdpr@2018-05 configured']);
  assert.deepEqual(names(applied(described({ profiles: ['hipaa-lds'] }))), ['hipaa-limited-data-set@2003-04 named']);
  assert.deepEqual(names(applied(described({ profiles: ['no-such-law'], jurisdictions: ['CN'] }))), ['pipl@2021-11 jurisdiction']);
});

test('a profile without a version is the newest in force, one with a version that one', () => {
  const before = new Date('2022-06-01T00:00:00Z');
  assert.equal(profileNamed('ccpa', allProfiles, before)?.version.id, '2020-01');
  assert.equal(profileNamed('ccpa', allProfiles, TODAY)?.version.id, '2023-01');
  assert.equal(profileNamed('ccpa@2020-01', allProfiles, TODAY)?.version.id, '2020-01');
});

test('profiles follow from jurisdictions, regions counting for their country, and from terms that cite them', () => {
  assert.deepEqual(names(applied(described({ personalData: 'yes', jurisdictions: ['US-CA', 'CN-SH', 'DE'] }))), ['ccpa@2023-01 jurisdiction', 'gdpr@2018-05 jurisdiction', 'pipl@2021-11 jurisdiction']);
  assert.deepEqual(names(applied(described({ personalData: 'yes', jurisdictions: ['US-NY'] }))), []);
  const citing = described({ purposes: [{ node: [], use: 'x', legalBasis: 'pipl:13-1' }] });
  assert.deepEqual(names(applied(citing)), ['pipl@2021-11 cited']);
});

test('personal data of no country is held against the usual law, and other data against none', () => {
  assert.deepEqual(names(applied(described({ personalData: 'yes' }))), ['gdpr@2018-05 assumed']);
  assert.deepEqual(names(applied(described({ personalData: 'none' }))), []);
  assert.deepEqual(names(applied(described({ personalData: 'yes', identifiability: 'anonymised' }))), []);
  assert.deepEqual(names(applied({ resources: [] })), []);
});

test('articles say which version holds and why, in every language', () => {
  const [article] = applied(described({ personalData: 'yes', jurisdictions: ['CN'] })).asking('missing-retention');
  assert.ok(article);
  assert.equal(renderMessage(article, { locale: 'en' }), 'PIPL Article 19 [pipl@2021-11, by the jurisdiction ‘CN’]');
  assert.equal(renderMessage(article, { locale: 'zh-cn' }), '《个人信息保护法》第十九条［pipl@2021-11，依据管辖地 “CN”］');
});

test('the configuration chooses profiles for every description', async () => {
  const layer = readLayer({ privacy: { profiles: ['gdpr'] } }, { kind: 'settings' });
  assert.deepEqual(layer.profiles, ['gdpr']);
  const text = JSON.stringify({ resources: [{ name: 'a', path: 'a.csv' }], privacy: { personalData: 'yes', jurisdictions: ['BR'] } });
  const host = memoryHost(new Map([['datapackage.json', { bytes: new TextEncoder().encode(text) }]]));
  const found = async (profiles: readonly string[]): Promise<readonly string[]> => {
    const checked = await createDescriptions().check({ uri: uriOf('datapackage.json'), host, folders: [], configuration: { ...DEFAULT_CONFIGURATION, profiles } });
    return 'findings' in checked ? checked.findings.map(({ rule }) => rule) : ['refused'];
  };
  assert.deepEqual((await found([])).filter(rule => rule === 'personal-data-without-purpose'), []);
  assert.deepEqual((await found(['gdpr'])).filter(rule => rule === 'personal-data-without-purpose'), ['personal-data-without-purpose']);
});

test('what is ill-formed is complained of once, and what it leaves open is no second mistake', async () => {
  const block = {
    personalData: 'yes', profiles: ['gdpr'], controller: { name: 'A', email: 'a@example.org' },
    purposes: [{ use: 'train_ai_system', legalBasis: 'gdpr:6-1-x' }], retention: { period: '3 years', from: 'collection' },
  };
  const text = JSON.stringify({ resources: [{ name: 'a', path: 'a.csv' }], privacy: block });
  const host = memoryHost(new Map([['datapackage.json', { bytes: new TextEncoder().encode(text) }], ['a.csv', { bytes: new TextEncoder().encode('a\n1\n') }]]));
  const checked = await createDescriptions().check({ uri: uriOf('datapackage.json'), host, folders: [], configuration: DEFAULT_CONFIGURATION });
  assert.ok('findings' in checked);
  const about = checked.findings.filter(({ rule }) => rule === 'purpose-without-legal-basis' || rule === 'missing-retention');
  assert.deepEqual(about.map(({ rule }) => rule), []);
  assert.ok(checked.findings.some(({ severity }) => severity === 'error'));
});

test('a rule that is waived for a reason is silent until the waiver ends', async () => {
  const found = async (waiver: object): Promise<readonly string[]> => {
    const text = JSON.stringify({ resources: [{ name: 'a', path: 'a.csv' }], privacy: { personalData: 'yes', waivers: [waiver] } });
    const host = memoryHost(new Map([['datapackage.json', { bytes: new TextEncoder().encode(text) }], ['a.csv', { bytes: new TextEncoder().encode('a\n1\n') }]]));
    const checked = await createDescriptions().check({ uri: uriOf('datapackage.json'), host, folders: [], configuration: DEFAULT_CONFIGURATION });
    return 'findings' in checked ? checked.findings.map(({ rule }) => rule).filter(rule => rule === 'personal-data-without-purpose') : ['refused'];
  };
  const rule = 'personal-data-without-purpose';
  assert.deepEqual(await found({ rule, reason: 'in the register' }), []);
  assert.deepEqual(await found({ rule, reason: 'in the register', until: '2999-01-01' }), []);
  assert.deepEqual(await found({ rule, reason: 'in the register', until: '2001-01' }), [rule]);
  assert.deepEqual(await found({ rule, reason: ' ' }), [rule]);
  assert.deepEqual(await found({ rule: 'outlier', reason: 'in the register' }), [rule]);
});
