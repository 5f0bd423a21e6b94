// What a person sees who opens a CSV file, in the three kinds of themes, and finds our commands with F1.
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern', 'high-contrast': 'Default High Contrast' };
const squiggles = '.squiggly-error, .squiggly-warning, .squiggly-info';

export default [
  ...Object.entries(themes).map(([name, theme]) => ({
    name: `squiggles and the Problems list, ${name}`,
    settings: { 'workbench.colorTheme': theme },
    run: ({ hands }) => lookAtFindings(hands, name),
  })),
  {
    name: 'our commands are found with F1',
    async run({ hands }) {
      await hands.palette('Lintel: ');
      await hands.screenshot('commands');
    },
  },
];

async function lookAtFindings(hands, name) {
  await openFile(hands, 'ragged.csv');
  await hands.until(async () => (await hands.text(squiggles)).length > 0, 'a squiggle');
  await hands.press('Control+Shift+M');
  await hands.until(async () => (await hands.text('.markers-panel .monaco-list-row')).some(row => row.includes('ragged.csv')), 'the file in the Problems list');
  await hands.screenshot(name);
}

async function openFile(hands, file) {
  await hands.press('Control+P');
  await hands.find('.quick-input-widget');
  await hands.type(file);
  await hands.until(async () => (await hands.text('.quick-input-list .monaco-list-row')).some(row => row.includes(file)), `${file} in Quick Open`);
  await hands.press('Enter');
  await hands.find(`.tab >> text=${file}`);
}
