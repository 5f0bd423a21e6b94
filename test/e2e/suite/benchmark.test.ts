// Benchmark Training: a panel with curves that grow and a table of results.
import { same } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { takeExample } from '../harness/examples.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

test('the panel shows curves while models train, and results at the end', async () => {
  await takeExample('penguins');
  await show('penguins.csv');
  await page.command('Lintel: Benchmark Training…');
  await until(async () => (await page.text('.uplot')).length > 0, 'a chart', 120_000);
  await page.screenshot('running');
  const scored = /network[^]*\b\d\.\d{4}\b/i;
  await until(async () => (await page.text('table tbody tr')).some(row => scored.test(row)), 'the score of the network in the table', 180_000);
  await page.screenshot('results');
}, 400_000);

test('nothing complained', async () => same((await page.text('.notifications-toasts .notification-toast')).length, 0));

export { run } from '../harness/suite.ts';
