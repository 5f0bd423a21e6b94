import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

const PEOPLE = ['mail,age,sex,diagnosis'];
for (let i = 0; i < 60; i++) PEOPLE.push(`person${i}.named@example.org,${30 + (i % 5)},${i % 2 ? 'f' : 'm'},${['influenza', 'asthma', 'gout'][i % 3]}`);

const privacy = {
  personalData: 'yes', identifiability: 'identified', subjects: ['patient'], controller: { name: 'Clinic of Example', email: 'office@clinic.example' },
  purposes: [{ use: 'train_ai_system', description: 'predict illness', legalBasis: 'gdpr:6-1-a' }],
  recipients: [{ name: 'Lab', country: 'DE' }], retention: { period: 'P3Y', from: 'visit', action: 'delete' },
  guarantees: { kAnonymity: { k: 20, qi: ['age', 'sex'] } },
};
const fields = [
  { name: 'mail', privacy: { category: 'user.contact.email', role: 'direct-identifier', transform: { technique: 'keyed-hashing', keyed: true, keyRef: 'PEPPER' } } },
  { name: 'age', privacy: { category: 'user.demographic.age_range', role: 'quasi-identifier' } }, { name: 'sex' },
  { name: 'diagnosis', privacy: { category: 'user.health_and_medical', role: 'sensitive', special: ['gdpr9:health'] } },
];

describe('lintel privacy report', () => {
  folder.write('people.csv', `${PEOPLE.join('\n')}\n`);
  folder.write('datapackage.json', JSON.stringify({ name: 'patients', title: 'Patients <b>', privacy, resources: [{ name: 'people', path: 'people.csv', schema: { fields } }] }));
  folder.write('bare/people.csv', `${PEOPLE.join('\n')}\n`);
  const report = (...args: readonly string[]) => folder.lintel('privacy', 'report', ...args);

  test('has the record of processing, datasheet, responsible AI, columns, measures and findings', () => {
    const { stdout, status } = report('people.csv');
    assert.equal(status, 0);
    const parts = ['Article 30\\(1\\)', 'Datasheet', 'Responsible AI', 'people\\.csv', 'Re-identification risk', 'Findings', 'What is missing'];
    for (const part of parts) assert.match(stdout, new RegExp(`^#+ .*${part}`, 'm'));
    assert.match(stdout, /\(a\) Controller\*\*: Clinic of Example, office@clinic\.example/);
    assert.match(stdout, /on the basis of gdpr:6-1-a/);
    assert.match(stdout, /\(f\) Time limits for erasure\*\*: P3Y, visit, delete/);
    assert.match(stdout, /\| mail \| e-mail address \|.*direct-identifier.*keyed-hashing, keyed \|/);
    assert.match(stdout, /\| k-anonymity \| 6 \| 20, not kept \|/);
    assert.match(stdout, /k-anonymity-not-kept/);
  });

  test('names what nobody says instead of leaving it out', () => {
    const { stdout } = report('people.csv');
    assert.match(stdout, /\(a\) Data protection officer\*\*: \*not stated\*/);
    const bare = report('bare/people.csv').stdout;
    assert.match(bare, /\(b\) Purposes of the processing\*\*: \*not stated\*/);
    assert.match(bare, /rai:personalSensitiveInformation\*\*: \*not stated\*/);
  });

  test('shows no value of the data in either format, and no name of a key', () => {
    for (const format of ['markdown', 'html']) {
      const { stdout } = report('.', '--format', format);
      assert.doesNotMatch(stdout, /person\d+|influenza|asthma|gout|PEPPER/);
    }
  });

  test('as HTML it stands alone, and nothing of a file acts as markup', () => {
    report('people.csv', '--format', 'html', '--output', 'privacy.html');
    const page = folder.read('privacy.html');
    assert.match(page, /default-src 'none'/);
    assert.match(page, /Patients &lt;b&gt;/);
    assert.doesNotMatch(page, /<script|src=|href=/);
  });

  test('reads Chinese, all of it', () => {
    const { stdout } = report('people.csv', '--lang', 'zh-cn');
    assert.match(stdout, /^# 隐私报告/);
    assert.doesNotMatch(stdout, /not stated|Controller|Datasheet|Found|What it says/);
  });
});
