// node scripts/release.mjs 0.2.0: stamps a version. Nothing is committed, tagged or published: that is left to the person who looks at the difference.
//   --channel   prints --pre-release where the present version is one (its minor is odd), for `npm run package --`
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The marketplace takes pre-releases by three numbers too: by its custom an odd minor is one. */
export const isPrerelease = version => Number(version.split('.')[1]) % 2 === 1;

/**
 * Writes a version into a checkout: `package.json` and its lock, the head of the changelog, and `since` of rules that no release had.
 * @returns {{ stamped: number }} rules that were stamped; throws a sentence where the version does not follow or the changelog has nothing unreleased
 */
export function stamp(root, version, day) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${version} is no version of three numbers.`);
  if (!follows(version, manifest.version)) throw new Error(`${version} does not follow ${manifest.version}.`);
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const head = /^## .*\(unreleased\)$/m;
  if (!head.test(changelog)) throw new Error('CHANGELOG.md has no section that ends with (unreleased).');
  writeFileSync(join(root, 'CHANGELOG.md'), changelog.replace(head, `## ${version} (${day})`));
  for (const file of ['package.json', 'package-lock.json']) setVersion(join(root, file), version);
  return { stamped: rulesBelow(join(root, 'server/src')).filter(file => replaceIn(file, "since: 'next'", `since: '${version}'`)).length };
}

/** The first release has the version that is there already. */
function follows(version, present) {
  const [a, b] = [version, present].map(text => text.split('.').map(Number));
  const at = a.findIndex((part, i) => part !== b[i]);
  return at === -1 || a[at] > b[at];
}

function setVersion(file, version) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.version = version;
  if (content.packages?.['']) content.packages[''].version = version;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

function replaceIn(file, from, to) {
  const text = readFileSync(file, 'utf8');
  if (text.includes(from)) writeFileSync(file, text.replace(from, to));
  return text.includes(from);
}

const rulesBelow = folder => readdirSync(folder, { recursive: true }).map(name => join(folder, name)).filter(path => /(rule|requirement)\.ts$/.test(path) && statSync(path).isFile());

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const [wanted] = process.argv.slice(2);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  try {
    if (wanted === '--channel') console.log(isPrerelease(version) ? '--pre-release' : '');
    else if (wanted === undefined) throw new Error('node scripts/release.mjs <version>');
    else {
      const { stamped } = stamp(root, wanted, new Date().toISOString().slice(0, 10));
      console.log(`${wanted}${isPrerelease(wanted) ? ', a pre-release' : ''}: ${stamped} rules are new. Look at the difference, commit, tag v${wanted}.`);
    }
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
