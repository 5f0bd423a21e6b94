// What a person sees whose VS Code speaks Chinese: messages of the checker, titles of the commands.
export default [
  {
    name: 'findings and commands are in Chinese',
    locale: 'zh-cn',
    async run({ hands }) {
      await hands.press('Control+P');
      await hands.find('.quick-input-widget');
      await hands.type('ragged.csv');
      await hands.until(async () => (await hands.text('.quick-input-list .monaco-list-row')).some(row => row.includes('ragged.csv')), 'the file in Quick Open');
      await hands.press('Enter');
      await hands.find('.tab >> text=ragged.csv');
      await hands.press('Control+Shift+M');
      await hands.until(async () => (await hands.text('.markers-panel .monaco-list-row')).some(row => row.includes('单元格')), 'the message in Chinese');
      await hands.screenshot('problems');
      await hands.palette('Lintel: 检查工作区');
      await hands.screenshot('commands');
    },
  },
];
