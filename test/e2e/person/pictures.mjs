// The pictures of the README, made from the product: `node test/e2e/harness/run.mjs person pictures`, then copy
// test-results/person/pictures/*.png to images/readme.
import { cpSync } from 'node:fs';
import { soon } from '../harness/hands.mjs';

const light = { 'workbench.colorTheme': 'Default Light Modern', 'window.menuBarVisibility': 'compact', 'workbench.secondarySideBar.defaultVisibility': 'hidden' };

export default [
  {
    name: 'squiggles and the Problems list of a real table',
    settings: light,
    async run({ hands, folder }) {
      await openExample(hands, folder, 'customers', 'customers.csv');
      await hands.press('Control+Shift+M');
      await hands.until(async () => (await hands.text('.markers-panel .monaco-list-row')).length > 4, 'the Problems list');
      await hands.screenshot('squiggles');
    },
  },
  {
    name: 'the profile of a column',
    settings: light,
    async run({ hands, folder }) {
      await openExample(hands, folder, 'penguins', 'penguins.csv');
      await goTo(hands, '1:45');
      await hands.press('Control+k', 'Control+i');
      await hands.until(async () => (await hands.text('.monaco-hover .hover-contents')).some(text => text.includes('Quartiles')), 'the hover');
      await hands.until(async () => hands.find('.monaco-hover img'), 'the histogram');
      await hands.screenshot('hover');
    },
  },
  {
    name: 'a benchmark with live curves',
    settings: light,
    async run({ hands, folder }) {
      await openExample(hands, folder, 'penguins', 'penguins.csv');
      await hands.command('Lintel: Benchmark Training…');
      await hands.until(async () => (await hands.text('body')).some(text => text.includes('Finished.')), 'the benchmark to finish');
      await hands.screenshot('benchmark');
    },
  },
];

async function openExample(hands, folder, example, file) {
  cpSync(`examples/${example}`, folder, { recursive: true });
  await hands.until(async () => {
    await hands.press('Escape', 'Control+p');
    // While the workbench is still starting the keys may go nowhere; then they are pressed again.
    if ((await hands.text('.quick-input-widget input')).length === 0) return false;
    await hands.type(file);
    // The list comes a moment after the name; to begin anew at once would empty it again.
    return soon(async () => (await hands.text('.quick-input-list .monaco-list-row')).some(row => row.includes(file)), 1500);
  }, `${file} in Quick Open`);
  await hands.press('Enter');
  await hands.find('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
}

async function goTo(hands, place) {
  await hands.press('Control+g');
  await hands.find('.quick-input-widget');
  await hands.type(place);
  await hands.press('Enter');
}
