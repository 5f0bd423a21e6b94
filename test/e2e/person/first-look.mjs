// What a person sees who opens a CSV file, in the three kinds of themes, and finds our commands with F1.
const themes = {
  light: { id: 'Default Light Modern', shows: '.monaco-workbench.vs' },
  dark: { id: 'Default Dark Modern', shows: '.monaco-workbench.vs-dark' },
  'high-contrast': { id: 'Default High Contrast', shows: '.monaco-workbench.hc-black', highContrast: true },
};
const squiggles = '.squiggly-error, .squiggly-warning, .squiggly-info';

export default [
  ...Object.entries(themes).map(([name, theme]) => ({
    name: `squiggles and the Problems list, ${name}`,
    settings: { 'workbench.colorTheme': theme.id },
    highContrast: theme.highContrast,
    async run({ hands }) {
      await hands.find(theme.shows);
      await lookAtFindings(hands, name);
    },
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
