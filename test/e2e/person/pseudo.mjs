// Every view in a language that nobody speaks: a plain word was never translated, a text without its end was cut off.
// The data is in Chinese, so that no word of it is taken for one of ours.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { soon } from '../harness/hands.mjs';
import { loadPseudo } from '../harness/pseudo.mjs';

const { PSEUDO, pseudo } = await loadPseudo('.');
const english = JSON.parse(readFileSync('package.nls.json', 'utf8'));

/** Names that are the same in every language: of ourselves, of programs, formats, standards and measures. */
const NAMES = new Set(['Lintel', 'TensorFlow', 'WebAssembly', 'JavaScript', 'csv', 'CSV', 'UTF', 'SHA', 'JSON', 'PNG', 'SVG', 'Markdown', 'and', 'datapackage', 'json', 'members']);

/** What is opened, by its command, over which file, and what must be seen before it is read. */
const VIEWS = [
  ['profile', 'showProfile', '订单.csv', 'table.columns button.name'],
  ['preview', 'previewRows', '订单.csv', 'tbody tr'],
  ['risk', 'measureRisk', '订单.csv', 'table.measures td.value, main p'],
  ['benchmark', 'benchmarkTraining', '会员.csv', 'main table tbody tr'],
];

/** A table with something to learn. */
const MEMBERS = `年龄,消费,城市,流失\n${Array.from({ length: 240 }, (_, i) => `${20 + (i * 7) % 50},${(i * 37) % 900 / 10},${['北京', '上海', '广州'][i % 3]},${(i * 7) % 50 > 24 ? '是' : '否'}`).join('\n')}\n`;
const DESCRIBED = { name: 'members', resources: [{ name: 'members', path: '会员.csv' }], ml: { task: 'classification', target: '流失' } };

export default VIEWS.map(([name, command, file, seen]) => ({
  name: `the view ${name} is translated and nothing of it is cut off`,
  locale: PSEUDO,
  async run({ hands, folder }) {
    cpSync('examples/customers/订单.csv', join(folder, '订单.csv'));
    writeFileSync(join(folder, '会员.csv'), MEMBERS);
    writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(DESCRIBED));
    await open(hands, file);
    await hands.command(`Lintel: ${pseudo(english[`command.${command}`])}`);
    await hands.until(async () => (await hands.text(seen)).length > 0, `the view ${name}`);
    if (name === 'benchmark') await hands.until(async () => (await hands.text('[role=status].status')).some(text => text.includes('⟦Đ') || text.includes('⟦Ƒ')), 'the end of the benchmark');
    await hands.screenshot(name);
    const frame = await (await hands.find(seen)).elementHandle().then(element => element.ownerFrame());
    const { plain, cut } = await frame.evaluate(look, [...NAMES]);
    if (plain.length + cut.length > 0) throw new Error(`not translated: ${JSON.stringify(plain)}\ncut off: ${JSON.stringify(cut)}`);
  },
}));

/** Runs in the view: texts with a word of plain letters, and our own texts that do not fit where they stand. */
function look(names) {
  const known = new Set(names);
  const said = [...document.querySelectorAll('body *')].filter(element => !['SCRIPT', 'STYLE'].includes(element.tagName) && !element.closest('[translate=no]')).flatMap(element => [
    ...[...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.textContent),
    ...['title', 'aria-label', 'placeholder', 'alt'].map(name => element.getAttribute(name) ?? ''),
  ]);
  const plain = said.filter(text => (text.replace(/‘[^’]*’/g, '').match(/[A-Za-z]{3,}/g) ?? []).some(word => !known.has(word)) && !/^[a-z0-9]+(-[a-z0-9]+)+$/.test(text.trim()));
  const cut = [...document.querySelectorAll('body *')].filter(element => {
    const { overflowX, textOverflow } = getComputedStyle(element);
    return element.textContent.includes('⟦') && (overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis') && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
  }).map(element => element.textContent.trim().slice(0, 80));
  return { plain: [...new Set(plain.map(text => text.trim()))], cut };
}

async function open(hands, file) {
  await hands.until(async () => {
    await hands.press('Escape', 'Control+p');
    if ((await hands.text('.quick-input-widget input')).length === 0) return false;
    await hands.type(file);
    return soon(async () => (await hands.text('.quick-input-list .monaco-list-row')).some(row => row.includes(file)), 1500);
  }, `${file} in Quick Open`);
  await hands.press('Enter');
  await hands.find('.squiggly-error, .squiggly-warning, .squiggly-info, .squiggly-hint');
}
