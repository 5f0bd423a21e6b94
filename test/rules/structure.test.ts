import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Kernel } from '../../server/src/core/kernel.ts';
import type { Rule } from '../../server/src/core/rule.ts';
import { ruleOf } from '../../server/src/engine/registry.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { checkBytes } from '../harness/check.ts';
import type { Cut } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function find(id: string, bytes: Uint8Array, kernel: Kernel, cut: Cut = 'whole') {
  const rule: Rule | undefined = ruleOf(id);
  assert.ok(rule);
  const { findings } = await checkBytes('data.csv', bytes, [rule], kernel, cut);
  return findings.map(({ primary, message }) => ({ line: primary.range.start.line, text: renderMessage(message, { locale: 'en' }) }));
}

async function findSpots(id: string, bytes: Uint8Array, kernel: Kernel, cut: Cut = 'whole') {
  const rule: Rule | undefined = ruleOf(id);
  assert.ok(rule);
  const { findings } = await checkBytes('data.csv', bytes, [rule], kernel, cut);
  return findings.map(({ spots, message }) => ({ lines: spots.map(({ range }) => range.start.line), text: renderMessage(message, { locale: 'en' }) }));
}

for (const [name, kernel] of Object.entries(KERNELS)) {
  describe(name, () => {
    test('rows are found where they are in files of many chunks, whatever way the bytes come', async () => {
      const lines = Array.from({ length: 9000 }, (_, i) => (i % 97 === 5 ? `${i},${'x'.repeat(i % 60)}` : `${i},${'y'.repeat(i % 60)},z`));
      const bytes = bytesOf(`a,b,c\n${lines.join('\n')}\n`);
      assert.ok(bytes.length > 2 * 128 * 1024);
      const expected = lines.flatMap((_, i) => (i % 97 === 5 ? [i + 1] : []));
      for (const cut of ['whole', 100_001] as const) {
        const [found, ...others] = await findSpots('ragged-row', bytes, kernel, cut);
        assert.deepEqual(others, []);
        assert.equal(found?.text, `${expected.length} rows have 2 cells, 1 fewer than the header`);
        assert.deepEqual(found?.lines, expected);
      }
    });

    test('what is not listed is counted', async () => {
      const found = await findSpots('ragged-row', bytesOf(`a,b,c\n${'1,2\n1,2,3,4\n'.repeat(1234)}1,2,3,4,5\n`), kernel);
      assert.deepEqual(found.map(({ text, lines }) => [text, lines.length]), [
        ['1,234 rows have 2 cells, 1 fewer than the header', 500], ['1,234 rows have 4 cells, 1 more than the header', 500],
        ['This row has 5 cells, 2 more than the header', 1],
      ]);
    });

    test('a row of more than 8 MiB is read in part', { skip: name === 'twin' && 'the twin is written to be read, and slow' }, async () => {
      const found = await find('oversized-record', bytesOf(`a,b\n1,${'x'.repeat(9 * 1024 * 1024)}\n2,y\n`), kernel);
      assert.deepEqual(found, [{ line: 1, text: 'This row is longer than 8 MiB; what comes after that is not checked' }]);
    });

    test('bytes that are not UTF-8 are found in the header too', async () => {
      const [found] = await find('invalid-utf8', Uint8Array.of(97, 0xff, 44, 98, 10, 49, 44, 50, 10), kernel);
      assert.equal(found?.text, 'The header is not valid UTF-8; the file may have been written in another encoding');
    });

    test('an unclosed quote at the top of a large file stays one finding', async () => {
      const found = await find('unclosed-quote', bytesOf(`a,b\n"1,2\n${'3,4\n'.repeat(40_000)}`), kernel);
      assert.deepEqual(found.map(({ line }) => line), [1]);
    });

    for (const [title, bytes] of Object.entries({ 'a mark and nothing else': Uint8Array.of(0xef, 0xbb, 0xbf), 'nothing': new Uint8Array(0) })) {
      test(`a file of ${title} is empty`, async () => {
        assert.deepEqual(await find('empty-dataset', bytes, kernel), [{ line: 0, text: 'The file is empty' }]);
      });
    }
  });
}
