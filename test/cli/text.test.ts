import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

describe('plain text as a dataset', () => {
  folder.write('docs/a.txt', '\ufeffHello <|im_end|> world.\r\nSecond "quoted" line <|im_start|> 😀 {{name}}\r\n');
  folder.write('docs/sub/b.md', '你好“世界”，这里有 {{姓名}} 占位符。\n\n写信到 jane.doe@example-corp.com 就行。\n');
  folder.write('docs/z.txt', Buffer.from([...Buffer.from('你好', 'utf16le').swap16()]));
  folder.write('docs/same.txt', 'Hello <|im_end|> world.\r\nSecond "quoted" line <|im_start|> 😀 {{name}}\r\n');
  folder.write('lines.txt', 'One passage.\nAnother with {{name}} in it.\n\nMail "me" at kim@example-corp.com please.\nOne passage.\n');

  test('nobody’s notes are data unless somebody says so', () => {
    assert.match(folder.lintel('check').stderr, /no dataset was found/);
  });

  test('a folder is a table of documents, each finding in its own file', () => {
    const { stdout } = folder.lintel('check', '--text', 'docs');
    assert.match(stdout, /^docs\/a\.txt:1:7: warning: .*“<\|im_end\|>” and “<\|im_start\|>” \(‘a\.txt’ and ‘same\.txt’\) \[control-token-in-text\]\n {4}at 2:22$/m);
    assert.match(stdout, /^docs\/a\.txt:2:38: warning: .*\[unfilled-placeholder\]$/m);
    assert.match(stdout, /^docs\/same\.txt:1:1: warning: 1 row of 4 identical to an earlier row \[duplicate-row\]$/m);
    assert.match(stdout, /^docs\/sub\/b\.md:1:12: warning: .*\[unfilled-placeholder\]$/m);
    assert.match(stdout, /^docs\/sub\/b\.md:3:5: warning: .*\[personal-data-in-text\]$/m);
  });

  test('what was not read to its end is told', () => {
    folder.write('big/long.txt', `${'a line of a long text\n'.repeat(400_000)}`);
    folder.write('big/short.txt', 'Enough.\n');
    const { stdout, stderr } = folder.lintel('check', '--text', 'big');
    assert.match(stdout + stderr, /of 1 file only the first 8 MB were read: ‘long\.txt’/);
    folder.remove('big');
  });

  test('a file is a table of lines', () => {
    const { stdout } = folder.lintel('check', '--text', 'lines.txt');
    assert.match(stdout, /^lines\.txt:2:14: warning: .*\[unfilled-placeholder\]$/m);
    assert.match(stdout, /e-mail address.*\n {4}at 4:14$/m);
    assert.match(stdout, /^lines\.txt:5:1: warning: 1 row of 5 identical to an earlier row \[duplicate-row\]$/m);
  });

  test('a configuration names corpora by path and by glob', () => {
    folder.write('lintel.config.yaml', 'text: [docs, "*.txt"]\n');
    const { stdout } = folder.lintel('check');
    assert.match(stdout, /^lines\.txt:2:14/m);
    assert.match(stdout, /^docs\/a\.txt:1:7/m);
    assert.equal(stdout.match(/^docs\/a\.txt:1:7/gm)?.length, 1, 'a file in a corpus is no corpus of lines as well');
  });

  test('the profile counts documents and tokens', () => {
    const [{ rows, columns }] = JSON.parse(folder.lintel('profile', '--text', 'docs', '--format', 'json').stdout);
    assert.deepEqual([rows, columns.map(({ name }: { name: string }) => name)], [4, ['text']]);
  });
});
