import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

/** A file with personal values, markup and line breaks in what messages quote. */
before(() => {
  const people = Array.from({ length: 60 }, (_, i) => `${i},person${i}@example.org,"<b>|*x*\n&"`);
  folder.write('people.csv', `id,email,note\n${[...people, people[3], '77,a,b,c'].join('\n')}\n`);
});

const FORMATS = ['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'junit', 'markdown'] as const;

for (const format of FORMATS) {
  test(`${format}: no personal value, and a finding for every rule that found one`, () => {
    const { stdout, status } = folder.lintel('check', 'people.csv', '--format', format);
    assert.equal(status, 1);
    assert.doesNotMatch(stdout, /person\d/);
    for (const rule of ['ragged-row', 'duplicate-row', 'unannotated-personal-data']) assert.match(stdout, new RegExp(rule));
  });
}

test('a terminal shows the cell with carets, masked where it is personal', () => {
  const { stdout } = folder.lintel('check', 'people.csv', '--color', 'always');
  assert.match(stdout, /\n {4}\| c\n {4}\| \u001b\[31m\^\u001b\[0m\n/);
  assert.doesNotMatch(stdout, /person\d/);
});

describe('what other programs read', () => {
  const read = (format: string): string => folder.lintel('check', 'people.csv', '--format', format).stdout;

  test('jsonl: an object a line, the numbers last', () => {
    const lines = read('jsonl').trimEnd().split('\n').map(line => JSON.parse(line));
    assert.equal(lines.at(-1).summary.error, lines.filter(({ severity }) => severity === 'error').length);
  });

  test('sarif: what the standard demands of a log, a run, a rule and a result', () => {
    const log = JSON.parse(read('sarif'));
    assert.equal(log.version, '2.1.0');
    const [{ tool: { driver }, results, columnKind }] = log.runs;
    assert.equal(columnKind, 'utf16CodeUnits');
    for (const rule of driver.rules) assert.ok(rule.help.text.length > 100 && rule.shortDescription.text && rule.fullDescription.text, rule.id);
    for (const { ruleId, ruleIndex, level, message, locations: [{ physicalLocation: { artifactLocation, region } }] } of results) {
      assert.equal(driver.rules[ruleIndex].id, ruleId);
      assert.match(level, /^(error|warning|note)$/);
      assert.ok(message.text && artifactLocation.uri && region.startLine >= 1 && region.startColumn >= 1 && region.endLine >= region.startLine);
      assert.equal(region.snippet, undefined);
    }
  });

  test('github: commands of one line', () => {
    for (const line of read('github').trimEnd().split('\n')) assert.match(line, /^::(error|warning|notice) file=people\.csv,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[a-z-]+::./);
  });

  test('gitlab: fingerprints are unique and stay when the data moves', () => {
    const prints = (): readonly string[] => JSON.parse(read('gitlab')).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    const before = prints();
    assert.equal(new Set(before).size, before.length);
    folder.write('people.csv', folder.read('people.csv').replace('77,a,b,c', '76,a,b\n77,a,b,c'));
    assert.deepEqual(prints(), before);
  });

  test('junit: well-formed, counts as it says', () => {
    const text = read('junit');
    const [, tests, failures] = /<testsuites name="Lintel" tests="(\d+)" failures="(\d+)">/.exec(text) ?? [];
    assert.equal([...text.matchAll(/<testcase /g)].length, Number(tests));
    assert.equal([...text.matchAll(/<failure /g)].length, Number(failures));
    assert.doesNotMatch(text.replace(/&(amp|lt|gt|quot|apos);/g, ''), /&/);
    const open: string[] = [];
    for (const [, closing, name = '', alone] of text.matchAll(/<(\/?)([a-z-]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (closing) assert.equal(open.pop(), name);
      else if (!alone) open.push(name);
    }
    assert.deepEqual(open, []);
  });

  test('markdown: a row a finding, five bars in each', () => {
    for (const row of read('markdown').split('\n').filter(line => /^\| \d/.test(line))) assert.equal(row.replaceAll('\\|', '').split('|').length, 6, row);
  });
});

test('--max-findings writes the worst, counts all, and changes no exit code', () => {
  const { stdout, status } = folder.lintel('check', 'people.csv', '--max-findings', '1');
  assert.equal(status, 1);
  assert.equal([...stdout.matchAll(/\[[a-z-]+\]$/gm)].length, 1);
  assert.match(stdout, /^people\.csv:\d+:\d+: error: /m);
  assert.match(stdout, /findings not shown/);
});

test('standard input is checked under the name it is given, with the configuration of that place', () => {
  folder.write('in/lintel.config.yaml', 'rules: { ragged-row: off }\n');
  assert.equal(folder.run(['check', '--stdin', '--stdin-filename', 'x.csv'], 'a,b\n1,2,3\n').status, 1);
  assert.equal(folder.run(['check', '--stdin', '--stdin-filename', 'in/x.csv'], 'a,b\n1,2,3\n').status, 0);
});

describe('wrong arguments are said in words', () => {
  const cases: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [['chekc'], /no command ‘chekc’; did you mean ‘check’/],
    [['check', '--fomat', 'json'], /no option ‘--fomat’ here; did you mean ‘--format’/],
    [['check', '--format', 'jsn'], /‘--format’ takes .*, not ‘jsn’; did you mean ‘json’/],
    [['check', '--format'], /‘--format’ needs a value/],
    [['check', '--fix=yes'], /‘--fix’ takes no value/],
    [['check', '--max-workers', 'two'], /takes a whole number, not ‘two’/],
    [['check', '--dry-run'], /--dry-run goes with --fix/],
    [['explain', 'ragged-rows'], /did you mean ‘ragged-row’/],
    [['config'], /config needs a file/],
  ];
  for (const [args, said] of cases) {
    test(args.join(' '), () => {
      const { status, stderr } = folder.lintel(...args);
      assert.equal(status, 2);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /\bat .*:\d+:\d+\)/, 'a stack');
    });
  }
});

test('the hooks and the action name commands there are', () => {
  const hooks: readonly { readonly entry: string; readonly files: string }[] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
  folder.write('hook.csv', 'a,b\n1,2\n');
  for (const { entry, files } of hooks) {
    assert.equal(folder.lintel(...entry.split(' ').slice(1), 'hook.csv').status, 0, entry);
    assert.match('data/hook.csv', new RegExp(files.replace('(?i)', ''), 'i'));
  }
  const action = parse(readFileSync('action.yml', 'utf8'));
  const { run, env } = action.runs.steps.find((step: object) => 'env' in step);
  for (const [, name = ''] of Object.values<string>(env).join(' ').matchAll(/inputs\.([a-z-]+)/g)) assert.ok(action.inputs[name], name);
  for (const [, args = ''] of run.matchAll(/\$lintel (.*?) -- /g)) {
    const plain = args.replaceAll('"$LINTEL_MAX_FINDINGS"', '5').replaceAll('"$LINTEL_FAIL_ON"', 'error').split(' ');
    assert.equal(folder.lintel(...plain, '--', 'hook.csv').status, 0, args);
  }
});
