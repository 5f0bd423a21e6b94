// npm run site [folder]: the documentation as static pages in English and Chinese, from the manuals, guides, schema and help that the product ships. They ask no other host for anything
// and open from a disk.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { programsTo } from '../build/bundles.mjs';
import { generate } from '../build/generate.mjs';
import { PLUGIN_KINDS, pluginFolders } from '../build/registries.mjs';
import { writeConfigurationSchema } from '../build/configurationSchema.mjs';
import { renderer } from './markdown.mjs';
import { SECTIONS, WORDS } from './words.mjs';
import { pageOf } from './page.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const LANGUAGES = ['en', 'zh-cn'];

/**
 * Writes the site.
 * @param {string} folder made anew
 * @returns {Promise<{ pages: number }>}
 */
export async function buildSite(folder) {
  await generate();
  await writeConfigurationSchema();
  const facts = await loadFacts();
  rmSync(folder, { recursive: true, force: true });
  let pages = 0;
  for (const language of LANGUAGES) {
    const all = await collect(facts, language);
    const render = renderer(new Map(all.flatMap(page => (page.from ? [[page.from, page.path]] : []))), language);
    for (const page of all) put(join(folder, language, page.path), pageOf(page, render(page), { language, pages: all }));
    put(join(folder, language, 'pages.js'), `window.PAGES = ${JSON.stringify(all.map(({ path, title, section, about }) => ({ path, title, section: SECTIONS[section][language], about })))};\n`);
    pages += all.length;
  }
  for (const name of ['style.css', 'search.js']) copy(join(HERE, name), join(folder, name));
  for (const name of readdirSync('images/readme')) copy(join('images/readme', name), join(folder, 'images/readme', name));
  put(join(folder, 'index.html'), ENTRANCE);
  return { pages };
}

const ENTRANCE = `<!doctype html><meta charset="utf-8"><title>Lintel</title><meta http-equiv="refresh" content="0; url=en/index.html">
<a href="en/index.html">Lintel</a> <a href="zh-cn/index.html">Lintel 中文</a>
`;

async function loadFacts() {
  const folder = resolve('.cache/site');
  rmSync(folder, { recursive: true, force: true });
  await programsTo(folder, { programs: { facts: join(HERE, 'facts.ts') } });
  return import(pathToFileURL(join(folder, 'facts.mjs')).href);
}

/** Every page of a language: where it stands, what it is called, its section, one sentence about it, its Markdown, and the file its links start from. */
async function collect(facts, language) {
  const manualIn = await facts.loadManuals();
  const say = text => facts.translate(text, language);
  const manual = id => facts.translatedManual(manualIn(id, language) ?? '', language);
  const readme = readmes();
  const rules = facts.allRules.map(rule => ({
    path: `rules/${rule.id}.html`, section: 'rules', group: facts.familyOf(rule.id), title: rule.id, about: say(rule.summary), from: readme.get(rule.id),
    markdown: `${manual(rule.id)}\n\n${WORDS.state[language](say(rule.enabled ? rule.severity : 'off'), say(rule.dimension))}`,
  }));
  const detectors = facts.allDetectors.map(({ id, title }) => ({ path: `detectors/${id}.html`, section: 'detectors', title: id, about: say(title), markdown: manual(id), from: readme.get(id) }));
  const profiles = facts.allProfiles.map(profile => profilePage(profile, facts, say, language));
  const folders = [['templates', 'templates'], ['benchmark', 'server/src/bench/backends'], ['benchmark', 'server/src/bench/models'], ['benchmark', 'server/src/bench/diagnoses']];
  const manuals = folders.flatMap(([section, root]) => readdirSync(root).filter(id => existsSync(`${root}/${id}/README.md`)).map(id => {
    const from = `${root}/${id}/README.md`;
    const [english, own] = [from, translated(from, language)].map(path => readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
    const markdown = facts.withExamplesOf(english, own);
    return { path: `${section}/${id}.html`, section, title: id, about: titleOf(markdown) ?? '', markdown, from };
  }));
  return [...guides(facts, language), ...manuals, ...profiles, ...rules, ...detectors];
}

/** By the id of a rule or detector, the manual's path in the repository, from which its links start. */
const readmes = () => new Map(PLUGIN_KINDS.filter(({ name }) => ['rules', 'requirements', 'detectors'].includes(name)).flatMap(kind => (
  pluginFolders(kind).map(folder => [basename(folder), `${kind.root}/${folder}/README.md`]))));

function guides(facts, language) {
  const say = text => facts.translate(text, language);
  const files = ['README.md', ...documents('docs/tutorials'), ...documents('docs'), 'CHANGELOG.md', 'SUPPORT.md', 'SECURITY.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md'];
  const pages = files.map(file => {
    const from = translated(file, language);
    const markdown = readFileSync(from, 'utf8');
    const path = file === 'README.md' ? 'index.html' : `guides/${basename(file, '.md').toLowerCase()}.html`;
    return { path, section: 'guides', title: titleOf(markdown) ?? file, about: '', markdown, from: file };
  });
  const help = facts.HELP.map(line => facts.renderMessage(line, { locale: language })).join('\n');
  return [
    ...pages,
    { path: 'guides/command-line.html', section: 'guides', title: WORDS.commandLine[language], about: '', markdown: `# ${WORDS.commandLine[language]}\n\n\`\`\`\n${help}\n\`\`\`\n` },
    { path: 'guides/configuration.html', section: 'guides', title: WORDS.configuration[language], about: '', markdown: configuration(language, say) },
  ];
}

/** Documents of a folder, by their English version. */
const documents = folder => readdirSync(folder).filter(name => name.endsWith('.md') && !name.includes('zh-cn')).map(name => `${folder}/${name}`);

const titleOf = markdown => /^# (.+)$/m.exec(markdown)?.[1];

/** The Chinese version beside a document, where there is one. */
const translated = (file, language) => [file.replace(/\.md$/, `.${language}.md`), file].find(existsSync);

function profilePage({ id, title, asks }, facts, say, language) {
  const list = Object.entries(asks).map(([rule, article]) => {
    const summary = facts.allRules.find(one => one.id === rule)?.summary ?? '';
    return `- [${rule}](../rules/${rule}.html): ${say(summary)}. ${facts.renderMessage(article, { locale: language })}`;
  }).join('\n');
  return { path: `profiles/${id}.html`, section: 'profiles', title: say(title), about: id, markdown: `# ${say(title)}\n\n\`${id}\`\n\n${list || WORDS.noDuties[language]}\n` };
}

/** Keys of `lintel.config.yaml` with what the schema says of them. */
function configuration(language, say) {
  const { properties } = JSON.parse(readFileSync('out/lintel.config.schema.json', 'utf8'));
  const rows = (of, before) => Object.entries(of).flatMap(([key, schema]) => [
    `| \`${before}${key}\` | ${say(schema.description ?? '').replaceAll('|', '\\|')} |`, ...(before.split('.').length < 3 && schema.properties ? rows(schema.properties, `${before}${key}.`) : []),
  ]);
  return [`# ${WORDS.configuration[language]}`, '', '`lintel.config.yaml`', '', `| ${WORDS.key[language]} | |`, '|---|---|', ...rows(properties, '')].join('\n');
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? 'out/site';
  const { pages } = await buildSite(folder);
  console.log(`${folder}/index.html: ${pages} pages`);
}
