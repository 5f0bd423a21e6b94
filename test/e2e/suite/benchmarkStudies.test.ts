// What many trainings answer: did the fixes help, would more data help, and what a diagnosis proposes to try.
import { ok } from '../harness/check.ts';
import { show } from '../harness/documents.ts';
import { takeExample } from '../harness/examples.ts';
import { page } from '../harness/page.ts';
import { test, until } from '../harness/suite.ts';

const captions = (): Promise<readonly string[]> => page.text('main table caption');
const said = async (): Promise<string> => (await page.text('main li')).join('\n');

test('the fixes of the example are compared with the file as it is', async () => {
  await takeExample('customers');
  await show('customers.csv');
  await page.command('Lintel: Compare Before and After Fixes…');
  await until(async () => (await page.text('.quick-input-list .monaco-list-row')).length > 1, 'the rules that mend something');
  await page.screenshot('rules');
  await page.press('Enter');
  await until(async () => /95% interval/.test(await said()), 'the verdict', 180_000);
  ok((await captions()).some(caption => caption.startsWith('Before and after')), 'the table of pairs');
  await page.screenshot('compared');
}, 300_000);

test('a learning curve says whether more data would help', async () => {
  await show('customers.csv');
  await page.command('Lintel: Draw Learning Curve');
  await until(async () => /More data/.test(await said()), 'the verdict', 180_000);
  ok((await page.text('.uplot')).length > 0, 'the curve');
  await page.screenshot('curve');
}, 300_000);

export { run } from '../harness/suite.ts';
