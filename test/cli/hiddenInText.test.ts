import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CliFolder } from './folder.ts';

const folder = new CliFolder();
after(() => folder.remove());

const CARD = '4000 0566 5566 5556';
/** So much text that not all of it is read before it is shown: one cell holds a card number, and something a rule points at. */
const NOTES = Array.from({ length: 6000 }, (_, i) => `${i},"${i === 5990 ? `card ${CARD} of the cust\u200bomer ` : ''}${`river ${i} stone cloud `.repeat(5)}"`);

test('what is personal in one text among thousands is not shown where another rule points at it', () => {
  folder.write('notes.csv', `id,note\n${NOTES.join('\n')}\n`);
  for (const words of [['--color', 'always'], ['--format', 'sarif'], ['--fix', '--fix-unsafe', 'invisible-character', '--dry-run']]) {
    const { stdout, stderr } = folder.lintel('check', 'notes.csv', ...words);
    assert.match(stdout + stderr, /invisible-character|5990/);
    assert.ok(!(stdout + stderr).includes(CARD), words.join(' '));
  }
});
