import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { CliFolder } from './folder.ts';
import { type Command, inChinese, matches, Reader, stepsOf } from './tutorial.ts';

const tutorials = readdirSync('docs/tutorials').filter(name => name.endsWith('.md') && !name.includes('zh-cn')).map(name => `docs/tutorials/${name}`);

for (const [path, locale] of tutorials.flatMap(english => [[english, 'en_US.UTF-8'], [inChinese(english), 'zh_CN.UTF-8']] as const)) {
  test(`${path} prints what it says (UPDATE=1 writes it anew)`, () => {
    const folder = new CliFolder();
    try {
      follow(path, new Reader(folder, locale));
    } finally {
      folder.remove();
    }
  });
}

test('every tutorial does the same in both languages', () => {
  assert.notEqual(tutorials.length, 0);
  const done = (path: string) => stepsOf(readFileSync(path, 'utf8')).map(step => (step.kind === 'file' ? step : step.commands.map(({ typed }) => typed)));
  for (const path of tutorials) assert.deepEqual(done(inChinese(path)), done(path), path);
});

test('an ellipsis stands for what differs, and for nothing else', () => {
  assert.ok(matches('a … c\n…\nend\n', 'a b c\n1\n2\nend'));
  assert.ok(!matches('a … c\nend\n', 'a b c\n1\nend'));
  assert.ok(!matches('1.5\n', '1x5'));
});

function follow(path: string, reader: Reader): void {
  const markdown = readFileSync(path, 'utf8');
  let written = '';
  let end = 0;
  for (const step of stepsOf(markdown)) {
    if (step.kind === 'file') {
      reader.write(step.path, step.content);
      continue;
    }
    written += markdown.slice(end, step.at) + step.commands.map(command => `$ ${command.typed}\n${printedBy(command, reader, path)}`).join('');
    end = step.at + step.length;
  }
  written += markdown.slice(end);
  if (written !== markdown) writeFileSync(path, written);
}

/** What the tutorial shows below a command: as it stands if that is true, and what is true with UPDATE=1. */
function printedBy({ typed, printed }: Command, reader: Reader, path: string): string {
  const actual = reader.type(typed);
  if (matches(printed, actual)) return printed;
  if (process.env['UPDATE'] !== '1') assert.equal(actual, printed, `${path}: ${typed}`);
  return actual.trim() === '' ? '' : `${actual.trimEnd()}\n`;
}
