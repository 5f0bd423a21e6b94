import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import test from 'node:test';
import { readPackage } from './support/describe.ts';
import { tree } from './support/project.ts';

const folders = readdirSync('examples').filter(name => statSync(`examples/${name}`).isDirectory());

test('every data file is what its script writes, byte for byte', () => {
  const script = pathToFileURL(resolve('examples/make.mjs')).href;
  const print = `import(${JSON.stringify(script)}).then(made => console.log(JSON.stringify([...made.exampleFiles()])))`;
  const made: [string, string][] = JSON.parse(execFileSync(process.execPath, ['-e', print], { encoding: 'utf8', maxBuffer: 2 ** 24 }));
  for (const [path, text] of made) assert.ok(readFileSync(`examples/${path}`, 'utf8') === text, path);
  assert.deepEqual(made.map(([path]) => path).sort(), tree('examples').filter(path => path.endsWith('.csv')));
});

test('every example has a licence, a source and a row in the table', () => {
  const readme = readFileSync('examples/README.md', 'utf8');
  for (const name of folders) {
    const { licenses, sources } = JSON.parse(readFileSync(`examples/${name}/datapackage.json`, 'utf8'));
    assert.ok(licenses[0]?.name && licenses[0]?.path && sources[0]?.title, name);
    assert.match(readme, new RegExp(`^\\| \`${name}\` \\|`, 'm'));
  }
});

test('the described fields are the columns of the file, in order', () => {
  for (const name of folders) {
    for (const { path, schema } of readPackage(`examples/${name}/datapackage.json`).resources) {
      const [header] = readFileSync(`examples/${name}/${path}`, 'utf8').split(/\r?\n/);
      assert.deepEqual(schema.fields.map(field => field.name), header?.split(','), path);
    }
  }
});

test('all examples together stay under a megabyte', () => {
  assert.ok(tree('examples').reduce((sum, path) => sum + statSync(`examples/${path}`).size, 0) < 1e6);
});

test('invented people have reserved domains, test cards and numbers nobody has', () => {
  const rows = readFileSync('examples/customers/customers.csv', 'utf8').trim().split('\n').slice(1).map(line => line.split(','));
  for (const [, , email = '', resident = '', card = ''] of rows) {
    if (email.includes('@')) assert.match(email, /@example\.(com|net|org)$/);
    if (resident !== '') assert.ok(/99[6-9][\dX]$/.test(resident) && checksOut(resident), resident);
    if (card !== '') assert.ok(luhn(card.replaceAll(' ', '')), card);
  }
});

/** ISO 7064 MOD 11-2 as GB 11643 uses it: the digits, weighted by powers of two from the right, add up to 1. */
function checksOut(id: string): boolean {
  const digits = [...id].map(digit => (digit === 'X' ? 10 : Number(digit))).reverse();
  return digits.reduce((sum, digit, i) => sum + digit * 2 ** i, 0) % 11 === 1;
}

function luhn(card: string): boolean {
  const digits = [...card].reverse().map((digit, i) => (i % 2 === 0 ? Number(digit) : Number(digit) * 2));
  return digits.reduce((sum, digit) => sum + (digit > 9 ? digit - 9 : digit), 0) % 10 === 0;
}
