import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { say } from '../../server/src/core/message.ts';
import { defineRule } from '../../server/src/core/rule.ts';
import type { TableView } from '../../server/src/core/rule.ts';
import { SAMPLE_ROWS } from '../../server/src/core/sample.ts';
import { chooseRows, RUN } from '../../server/src/engine/sample/chooseRows.ts';
import { checkBytes } from '../harness/check.ts';
import type { Cut } from '../harness/check.ts';
import { KERNELS } from '../harness/kernels.ts';

/** What is seen of a table by a rule that asks for a sample. */
async function seen<T>(text: string, look: (table: TableView) => T, cut: Cut = 'whole', kernel = KERNELS.kernel): Promise<T> {
  const found: T[] = [];
  const rule = defineRule({
    id: 'looks', scope: 'table', summary: 'Looks', severity: 'hint', dimension: 'validity', since: 'next', needs: ['sample'], options: {},
    *check({ table }) {
      found.push(look(table));
      if (table.records < 0) yield { place: { at: 'file' }, message: say`never` };
    },
  });
  await checkBytes('x.csv', new TextEncoder().encode(text), [rule], kernel, cut, { declared: { delimiter: ',', quote: '"', header: true } });
  assert.equal(found.length, 1);
  return found[0] ?? assert.fail();
}

test('the rows of a sample are all of a small table, and of a big one as many as wanted, ascending, in whole runs', () => {
  fc.assert(fc.property(fc.nat({ max: 2_000_000 }), fc.integer({ min: RUN, max: SAMPLE_ROWS }), (records, most) => {
    const rows = chooseRows(records, most);
    if (records <= most) assert.equal(rows.length, records);
    else assert.ok(rows.length <= most && rows.length > most - 2 * RUN);
    assert.ok(rows.every((row, i) => row < records && row > (rows[i - 1] ?? -1)));
  }), { numRuns: 60 });
});

test('a longer table keeps most of the rows that were chosen of a shorter one', () => {
  const [short, long] = [chooseRows(1_000_000), new Set(chooseRows(1_010_000))];
  assert.ok(short.filter(row => long.has(row)).length > 0.95 * short.length);
});

test('every part of a big table is in its sample', () => {
  const counts = new Uint32Array(10);
  for (const row of chooseRows(3_000_000)) counts[Math.floor(row / 300_000)] = (counts[Math.floor(row / 300_000)] ?? 0) + 1;
  assert.ok(counts.every(count => count > 1000), `${counts}`);
});

const cell = fc.constantFrom('1', '2.5', '-7', 'x', 'y', '', 'NA', '"a, b"', '"say ""x"""', '北京', '007');

test('a sample holds the cells of its rows, however the bytes come', async () => {
  // A blank line above narrower rows begins another table, so lines of one cell are not blank.
  const row = fc.array(cell, { minLength: 1, maxLength: 3 }).filter(cells => cells.join('') !== '' || cells.length > 1);
  await fc.assert(fc.asyncProperty(fc.array(row, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'), fc.boolean(), async (rows, end, ended) => {
    const text = `a,b,c${end}1,x,${end}2,y,${end}${rows.map(row => row.join(',')).join(end)}${ended ? end : ''}`;
    const kept = [['1', 'x', ''], ['2', 'y', ''], ...rows].map((row, i) => ({ row, i })).filter(({ row }) => row.length > 1 || row[0] !== '');
    for (const [kernel, cut] of [[KERNELS.kernel, 'whole'], [KERNELS.kernel, 'bytes'], [KERNELS.twin, 'whole']] as const) {
      await seen(text, ({ sample }) => {
        assert.ok(sample?.whole);
        assert.deepEqual([...sample.rows], kept.map(({ i }) => i));
        for (const c of [0, 1, 2]) {
          const cells = kept.map(({ row }) => row[c] ?? '');
          const column = sample.column(c);
          const texts = [...new Set(cells.filter(content => content !== '' && content !== 'NA'))];
          assert.deepEqual([...(column?.codes ?? [])], cells.map(content => texts.indexOf(content)));
          assert.deepEqual([...(column?.numbers ?? [])], cells.map(content => (/^-?\d/.test(content) && content !== '007' ? Number(content) : NaN)));
          assert.equal(column?.levels, texts.length);
        }
        return true;
      }, cut, kernel).catch(cause => { throw new Error(`${JSON.stringify(text)}`, { cause }); });
    }
  }), { numRuns: 60 });
});

test('a sample of a big table holds the rows it names, wherever they stand', async () => {
  const n = 50_000;
  const text = `id,half\n${Array.from({ length: n }, (_, i) => `${i},${i / 2}`).join('\n')}\n`;
  const sample = await seen(text, ({ sample, columns: [id, half], pair }) => {
    assert.ok(sample && !sample.whole && sample.rows.length > SAMPLE_ROWS - 2 * RUN);
    assert.deepEqual([...(sample.column(0)?.numbers ?? [])], [...sample.rows]);
    assert.ok(id && half);
    assert.equal(pair(id, half)?.n, sample.rows.length);
    assert.ok(Math.abs((pair(id, half)?.pearson ?? 0) - 1) < 1e-12);
    return sample;
  }, 200_000);
  assert.equal(sample.column(0), undefined, 'nothing is held once the rules have run');
});

test('of a wide table the first columns are sampled, and the target wherever it stands', async () => {
  const names = [...Array.from({ length: 320 }, (_, i) => `c${i}`), 'target', 'z'];
  await seen(`${names.join(',')}\n${names.map((_, i) => i).join(',')}\n${names.map((_, i) => i + 1).join(',')}\n`, ({ sample }) => {
    assert.deepEqual([...(sample?.column(320)?.numbers ?? [])], [320, 321]);
    assert.ok(sample?.column(299) && !sample.column(300) && !sample.column(321));
    return true;
  });
});

test('where there is nothing to compare no sample is read', async () => {
  assert.ok(await seen('a\n1\n2\n', ({ sample }) => sample === undefined));
});
