import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';

const CLI = resolve('out/cli.js');
let folder = '';

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'lintel-cli-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the bundled command line in the test's folder, in English unless told otherwise. */
function lintel(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'en_US.UTF-8' } });
  return { status, stdout, stderr };
}

const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);

describe('exit codes', () => {
  test('0 without findings at or above the threshold, 1 with them, 2 where it could not run', () => {
    write('clean.csv', 'id,name\n1,Ann\n2,Bo\n');
    write('ragged.csv', 'id,name\n1,Ann,x\n2,Bo\n');
    assert.equal(lintel('check', 'clean.csv').status, 0);
    assert.equal(lintel('check', 'ragged.csv').status, 1);
    assert.equal(lintel('check', 'ragged.csv', '--fail-on', 'never').status, 0);
    assert.equal(lintel('check', 'ragged.csv', '--rule', 'ragged-row=off').status, 0);
    assert.equal(lintel('check', 'ragged.csv', '--rule', 'ragged-row=hint').status, 0);
    assert.equal(lintel('check', 'missing.csv').status, 2);
    assert.equal(lintel('chekc').status, 2);
    assert.equal(lintel('check', '--format', 'xml', '.').status, 2);
    assert.equal(lintel('check', '--rule', 'no-such-rule=off', 'clean.csv').status, 2);
  });

  test('a file in another format is refused with a next step, whatever it is', () => {
    for (const [name, step] of [['a.csv.zip', /unpack it first/], ['a.xls', /save it as \.xlsx/], ['a.feather', /as Parquet or CSV/], ['a.xml', /CSV or JSON Lines/], ['a.data', /ends in \.csv/]] as const) {
      write(name, 'x');
      const { status, stderr } = lintel('check', name);
      assert.equal(status, 2, name);
      assert.match(stderr, step);
    }
  });

  test('a pipe is refused in words and nobody waits for it', { skip: process.platform === 'win32' && 'there are no such pipes here' }, () => {
    spawnSync('mkfifo', [join(folder, 'pipe.csv')]);
    const { status, stderr } = lintel('check', 'pipe.csv');
    assert.equal(status, 2);
    assert.match(stderr, /‘pipe\.csv’ cannot be read: it is a pipe or a device; .* --stdin/);
  });

  test('what could not run is said in a sentence on standard error', () => {
    const { stderr } = lintel('check', 'missing.csv');
    assert.match(stderr, /missing\.csv.*there is no such file or folder/);
  });
});

describe('descriptions', () => {
  test('one that is named is recognised by its content, and may name the files beside it wherever it lies', () => {
    const croissant = {
      '@context': { '@vocab': 'https://schema.org/', cr: 'http://mlcommons.org/croissant/' }, '@type': 'Dataset', conformsTo: 'http://mlcommons.org/croissant/1.0',
      distribution: [{ '@type': 'cr:FileObject', '@id': 'a.csv', contentUrl: 'a.csv', encodingFormat: 'text/csv' }],
    };
    const elsewhere = mkdtempSync(join(tmpdir(), 'lintel-elsewhere-'));
    try {
      writeFileSync(join(elsewhere, 'recipe.json'), JSON.stringify(croissant));
      writeFileSync(join(elsewhere, 'a.csv'), 'x\n1\n');
      const { stdout } = lintel('check', join(elsewhere, 'recipe.json'));
      assert.match(stdout, /‘sha256’ or ‘md5’ is missing here/);
      assert.doesNotMatch(stdout, /outside|unresolved-path/);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });
});

describe('output', () => {
  test('text: path, line and column from 1, severity, message, rule', () => {
    write('ragged.csv', 'id,name\n1,Ann,x\n2,Bo\n');
    assert.match(lintel('check', 'ragged.csv').stdout, /^ragged\.csv:2:7: error: This row has 3 cells, 1 more than the header \[ragged-row\]$/m);
  });

  test('Chinese by option', () => {
    assert.match(lintel('check', 'ragged.csv', '--lang', 'zh-cn').stdout, /^ragged\.csv:2:7: 错误: .*\p{Script=Han}.* \[ragged-row\]$/mu);
  });

  test('json: one document with positions from 0 and every place', () => {
    write('twice.csv', 'id,name\n1,Ann\n2,Bo\n1,Ann\n1,Ann\n');
    const { files, summary } = JSON.parse(lintel('check', 'twice.csv', '--format', 'json').stdout);
    const [finding] = files[0].findings.filter(({ rule }: { rule: string }) => rule === 'duplicate-row');
    assert.equal(finding.count, 2);
    assert.deepEqual(finding.spots.map(({ row }: { row: number }) => row), [2, 3]);
    assert.equal(summary.error + summary.warning + summary.information + summary.hint, files[0].findings.length);
  });

  test('sarif: the parts every reader needs, and no text of the data', () => {
    write('people.csv', `id,email\n${Array.from({ length: 40 }, (_, i) => `${i},person${i}@example.org`).join('\n')}\n`);
    const { stdout } = lintel('check', 'people.csv', '--format', 'sarif');
    const log = JSON.parse(stdout);
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'unannotated-personal-data');
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.equal(result.locations[0].physicalLocation.region.startLine, 1);
    assert.doesNotMatch(stdout, /person\d+@/, 'a value of a personal column is in the report');
  });

  test('a personal value is masked even where it is too rare to make its column personal', () => {
    write('one.csv', `id,note\n${Array.from({ length: 60 }, (_, i) => `${i},anna@example.org`).join('\n')}\n`);
    const { stdout } = lintel('check', 'one.csv');
    assert.match(stdout, /constant-column/);
    assert.doesNotMatch(stdout, /anna@/);
  });

  test('quotes that stand for inches are text, and a sentence says what a stray quote is', () => {
    write('inches.tsv', `sku\tname\tsize\n${Array.from({ length: 30 }, (_, i) => `${i}\t"Pipe" ${i}\t${i}" x 3"`).join('\n')}\n`);
    assert.match(lintel('check', 'inches.tsv').stdout, /nothing to report/);
    write('stray.csv', 'a,b\n1,5" pipe\n2,"x" y"\n');
    assert.match(lintel('check', 'stray.csv').stdout, /stray\.csv:2:4: error: This quote stands in a cell that does not begin with one/);
  });

  test('nothing to check is no success', () => {
    mkdirSync(join(folder, 'empty'), { recursive: true });
    assert.equal(lintel('check', 'empty').status, 2);
    assert.equal(lintel('check', 'clean.csv', '--rule', 'outlier=loud').status, 2);
  });

  test('a pipe gets the whole report', () => {
    write('many.csv', `a,b\n${Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? `${i},x` : `${i},x,y`)).join('\n')}\n`);
    const { stdout } = lintel('check', 'many.csv', '--format', 'json');
    assert.doesNotThrow(() => JSON.parse(stdout));
    assert.ok(stdout.length > 200_000, `${stdout.length} characters`);
  });
});

describe('what is found in a folder', () => {
  test('a folder named like a file is searched; ignored and installed files are left out', () => {
    mkdirSync(join(folder, 'tree', 'x.csv'), { recursive: true });
    mkdirSync(join(folder, 'tree', 'node_modules'), { recursive: true });
    write('tree/x.csv/inner.csv', 'a,b\n1,2,3\n');
    write('tree/node_modules/theirs.csv', 'a,b\n1,2,3\n');
    write('tree/.gitignore', 'ignored*.csv\n');
    write('tree/ignored1.csv', 'a,b\n1,2,3\n');
    const { files } = JSON.parse(lintel('check', 'tree', '--format', 'json').stdout);
    assert.deepEqual(files.map(({ path }: { path: string }) => path), ['tree/x.csv/inner.csv']);
  });

  test('a description that points out of its folder is refused in words, and nothing there is read', () => {
    mkdirSync(join(folder, 'escape'), { recursive: true });
    write('escape/datapackage.json', '{"name":"x","resources":[{"name":"p","path":"../../etc/passwd"}]}');
    const { stdout, status } = lintel('check', 'escape');
    assert.equal(status, 1);
    assert.match(stdout, /path-outside-workspace/);
    assert.doesNotMatch(stdout, /root:/);
  });

  test('a file that may not be read is said', { skip: process.getuid?.() === 0 ? 'root may read every file' : false }, () => {
    write('secret.csv', 'a\n1\n');
    chmodSync(join(folder, 'secret.csv'), 0);
    assert.match(lintel('check', 'secret.csv').stderr, /may not be read/);
    mkdirSync(join(folder, 'rooms/secret'), { recursive: true });
    write('rooms/open.csv', 'a\n1\n');
    chmodSync(join(folder, 'rooms/secret'), 0);
    const { status, stdout, stderr } = lintel('check', 'rooms');
    chmodSync(join(folder, 'rooms/secret'), 0o700);
    assert.match(stderr, /‘rooms\/secret’ cannot be read/);
    assert.match(stdout, /1 file checked/);
    assert.equal(status, 2);
  });
});

describe('bad input ends in a finding', () => {
  const cases: readonly (readonly [name: string, content: string | Uint8Array, rule: string])[] = [
    ['empty.csv', '', 'empty-dataset'],
    ['lines.csv', '\n\r\n\n', 'empty-dataset'],
    ['mark.csv', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty-dataset'],
    ['header.csv', 'a,b\n', 'empty-dataset'],
    ['nul.csv', 'a,b\n1,x\0y\n', 'control-character'],
    ['latin.csv', Buffer.from('id,name\n1,Jos\xe9\n', 'latin1'), 'invalid-utf8'],
    ['utf32.csv', Uint8Array.of(0xff, 0xfe, 0, 0, ...[...'id,name\n1,x\n'].flatMap(sign => [sign.charCodeAt(0), 0, 0, 0])), 'unsupported-encoding'],
    ['sheet.csv', 'PK\x03\x04....', 'not-this-format'],
    ['quote.csv', `id,name\n1,"open\n${Array.from({ length: 50 }, (_, i) => `${i},n${i}`).join('\n')}\n`, 'unclosed-quote'],
    ['line.csv', `a,b\n${'x'.repeat(9 * 1024 * 1024)},1\n2,3\n`, 'oversized-record'],
  ];
  for (const [name, content, rule] of cases) {
    test(`${name}: ${rule}`, () => {
      write(name, content);
      const { stdout, stderr } = lintel('check', name);
      assert.match(stdout, new RegExp(`\\[${rule}\\]`), stdout.slice(0, 500));
      assert.equal(stderr, '');
    });
  }
});

describe('explain', () => {
  test('prints the manual of a rule', () => {
    const { stdout, status } = lintel('explain', 'ragged-row');
    assert.equal(status, 0);
    assert.match(stdout, /^REPORTED$/m);
    assert.match(stdout, /^A row has/m, 'the summary stands below the name');
    assert.doesNotMatch(stdout, /```/);
  });
  test('prints the manual of a detector, in Chinese too', () => {
    assert.match(lintel('explain', 'br-cpf').stdout, /^ {4}52998224725 {2,}found, shown as `•••/m);
    const { stdout } = lintel('explain', 'br-cpf', '--lang', 'zh-cn');
    assert.match(stdout, /^br-cpf\n\n巴西个人税号.*\n\n巴西/, 'the prose is Chinese too');
    assert.match(stdout, /^ {4}52998224725 {2,}匹配，显示为 `•••/m);
    assert.match(stdout, /^ {4}11111111111 {2,}不匹配$/m);
    assert.doesNotMatch(stdout, /^\|/m);
  });
  test('what cannot be understood is refused in the language that is asked for', () => {
    assert.match(lintel('chekc', '--lang', 'zh-cn').stderr, /没有/);
    assert.match(lintel('check', '--colour', '--lang=zh-cn').stderr, /没有/);
  });
  test('an unknown rule is said', () => assert.equal(lintel('explain', 'no-such-rule').status, 2));
});

test('a reader that goes away, as head does, ends nothing in a stack trace', async () => {
  write('ragged.csv', 'id,name\n1,Ann,x\n2,Bo\n');
  const child = spawn(process.execPath, [CLI, 'check', 'ragged.csv', '--format', 'json'], { cwd: folder });
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', piece => { said += String(piece); });
  const code = await new Promise(resolve => child.once('close', resolve));
  assert.equal(said, '');
  assert.equal(code, 1, 'what was found still counts');
});

test('a full disk behind standard output is told in a sentence', { skip: process.platform !== 'linux' && 'there is no /dev/full here' }, () => {
  const { status, stderr } = spawnSync('sh', ['-c', '"$0" "$1" rules > /dev/full', process.execPath, CLI], { encoding: 'utf8' });
  assert.equal(status, 2);
  assert.match(stderr, /^the report cannot be written: .*\n$/);
});

test('server: answers an editor over standard input', { timeout: 60_000 }, async () => {
  const server = spawn(process.execPath, [CLI, 'server', '--stdio'], { cwd: folder });
  const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, capabilities: {}, rootUri: null } });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(request)}\r\n\r\n${request}`);
  let said = '';
  for await (const piece of server.stdout) {
    said += String(piece);
    if (said.includes('"hoverProvider"')) break;
  }
  server.kill();
  assert.match(said, /"textDocumentSync"/);
});

test('help and version', () => {
  assert.match(lintel('help').stdout, /lintel check/);
  assert.match(lintel('--version').stdout, /^\d+\.\d+\.\d+$/m);
});
