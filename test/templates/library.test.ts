import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { isRefused, listTemplates, loadTemplate, render } from '../../server/src/scaffold/main.ts';
import { loadParts } from '../../server/src/scaffold/parts.ts';
import { readTemplate } from '../../server/src/scaffold/readTemplate.ts';
import { exampleFacts } from './support/describe.ts';
import { TEMPLATES, disk, must, readJson, templateIds, temporaryFolder, tree } from './support/project.ts';

const english = (text: string): string => text;

/** A folder of templates with one in it. */
function library(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder('templates');
  mkdirSync(join(root, 'mine', 'files', 'src'), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, 'mine', path), text);
  return pathToFileURL(root).href;
}

const minimal = { id: 'mine', version: '1', title: 'Mine', summary: 'Of my own', questions: [] };

test('every template of ours can be read, in both languages', async () => {
  const [en, zh] = [await listTemplates(disk, TEMPLATES, 'en'), await listTemplates(disk, TEMPLATES, 'zh-cn')];
  assert.deepEqual([...en.reasons, ...zh.reasons], []);
  assert.deepEqual(en.templates.map(template => template.id), templateIds);
  assert.notEqual(zh.templates[0]?.title, en.templates[0]?.title);
});

test('every text of our templates is translated, and nothing else', async () => {
  for (const id of templateIds) {
    const texts = new Set<string>();
    const json = readFileSync(`templates/${id}/template.json`, 'utf8');
    const parts = must(await loadParts(disk, TEMPLATES, id, json));
    readTemplate(id, json, text => {
      texts.add(text);
      return text;
    }, parts);
    const translated = [id, ...parts.map(part => `.parts/${part.id}`)].flatMap(folder => Object.keys(Object(readJson(`templates/${folder}/zh-cn.json`))));
    assert.deepEqual(translated.sort(), [...texts].sort(), id);
  }
});

test('every part of templates is a part of one', () => {
  const named = templateIds.flatMap(id => Object(readJson(`templates/${id}/template.json`)).parts ?? []);
  assert.deepEqual(readdirSync('templates/.parts').sort(), [...new Set(named)].sort());
});

test('parts give questions, rules and files; a file of the template’s own stands in for theirs', async () => {
  const root = library({ 'template.json': JSON.stringify({ ...minimal, words: { tone: 'low' }, parts: ['p'], questions: [{ part: 'p' }] }), 'files/a.txt': 'mine' });
  const part = join(fileURLToPath(root), '.parts', 'p');
  mkdirSync(join(part, 'files'), { recursive: true });
  const question = { id: 'loud', type: 'boolean', ask: 'Loud?', default: { value: true } };
  writeFileSync(join(part, 'part.json'), JSON.stringify({ questions: [question], files: [{ path: 'c.txt', when: { loud: false } }] }));
  writeFileSync(join(part, 'zh-cn.json'), JSON.stringify({ 'Loud?': '大声？' }));
  for (const [path, text] of [['a.txt', 'theirs'], ['b.txt.tmpl', '{{tone}} {{loud}}'], ['c.txt', 'quiet']] as const) writeFileSync(join(part, 'files', path), text);
  const loaded = must(await loadTemplate(disk, root, 'mine', 'zh-cn'));
  assert.equal(loaded.template.questions[0]?.ask, '大声？');
  const rendered = must(render(loaded, exampleFacts('examples/penguins/datapackage.json', '/p'), {}));
  assert.deepEqual([rendered.get('a.txt'), rendered.get('b.txt'), rendered.get('c.txt')], ['mine', 'low true', undefined]);
  assert.deepEqual((await listTemplates(disk, root, 'en')).templates.map(({ id }) => id), ['mine']);
});

test('a part that is not there, or broken, or not named, is said', async () => {
  const reasonsOf = async (template: object): Promise<readonly string[]> => {
    const loaded = await loadTemplate(disk, library({ 'template.json': JSON.stringify({ ...minimal, ...template }) }), 'mine', 'en');
    return loaded.reasons?.map(({ message }) => message.template) ?? [];
  };
  assert.deepEqual(await reasonsOf({ parts: ['p'] }), ['There is no part {0}']);
  assert.deepEqual(await reasonsOf({ parts: ['../p'] }), ['There is no part {0}']);
  assert.deepEqual(await reasonsOf({ questions: [{ part: 'p' }] }), ['{0} is none of the template\'s parts']);
  assert.deepEqual(await reasonsOf({ words: { tone: 'a b' } }), ['{0} is no word of letters, digits, dots, hyphens and underscores']);
});

test('every reason of the scaffold is translated, and nothing else', () => {
  const sources = tree('server/src/scaffold').filter(path => path.endsWith('.ts'));
  const said = new Set(sources.flatMap(path => saidIn(`server/src/scaffold/${path}`)));
  assert.deepEqual(Object.keys(Object(readJson('server/src/scaffold/zh-cn.json'))).sort(), [...said].sort());
});

test('a template of a person\'s own is found, and a broken one is named', async () => {
  const own = library({
    'template.json': JSON.stringify(minimal),
    'files/src/a.txt': 'as it is {{x}}',
    'files/b.txt.tmpl': '{{template.id}} {{dataset.name | json}}',
  });
  const loaded = await loadTemplate(disk, own, 'mine', 'zh-cn');
  assert.ok(!isRefused(loaded));
  const rendered = render(loaded.value, exampleFacts('examples/penguins/datapackage.json', '/p'), {});
  assert.ok(!isRefused(rendered));
  assert.deepEqual([...rendered.value.keys()], ['.lintel/answers.yaml', '.lintel/base.json', 'b.txt', 'src/a.txt']);
  assert.equal(rendered.value.get('b.txt'), 'mine "penguins"');
  assert.equal(rendered.value.get('src/a.txt'), 'as it is {{x}}');
  const broken = await listTemplates(disk, library({ 'template.json': '{' }), 'en');
  assert.deepEqual([broken.templates.length, broken.reasons.length], [0, 1]);
  for (const id of ['..', 'missing', 'A', '']) assert.ok(isRefused(await loadTemplate(disk, own, id, 'en')), id);
});

test('a template that makes no sense is refused with every reason', () => {
  const reasonsOf = (template: object): string[] => {
    const { reasons = [] } = readTemplate('mine', JSON.stringify({ ...minimal, ...template }), english);
    return reasons.map(reason => `${reason.where}: ${reason.message.template}`);
  };
  const question = { id: 'a', type: 'string', ask: 'A?' };
  assert.deepEqual(reasonsOf({}), []);
  assert.deepEqual(reasonsOf({ colour: 1 }), ['template.json: {0} is not known here']);
  assert.deepEqual(reasonsOf({ id: 'yours' }), ['id: The id must be the name of the folder, {0}']);
  assert.deepEqual(reasonsOf({ questions: [question, question] }), ['questions[1].id: {0} is no new name in camel case']);
  assert.deepEqual(reasonsOf({ questions: [{ ...question, type: 'colour' }] }), ['questions[0].type: {0} is no type of question']);
  assert.deepEqual(reasonsOf({ questions: [{ ...question, min: 1 }] }), ['questions[0]: {0} is not known here']);
  assert.deepEqual(reasonsOf({ questions: [{ ...question, when: { b: 1 } }] }), ['questions[0].when: {0} is no earlier question']);
  const lunar = { ...question, default: { from: ['moon'] } };
  assert.deepEqual(reasonsOf({ questions: [lunar] }), ['questions[0].default: {0} is no fact of a dataset']);
  assert.deepEqual(reasonsOf({ files: [{ path: 'a/', as: 'b' }] }), ['files[0]: A folder can only become a folder']);
});

test('paths out of a project, two files in one place and idle rules are refused', () => {
  const facts = exampleFacts('examples/penguins/datapackage.json', '/p');
  const reasonsOf = (paths: readonly string[], rules: readonly object[]): string[] => {
    const read = readTemplate('mine', JSON.stringify({ ...minimal, files: rules }), english);
    assert.ok(!isRefused(read));
    const { reasons = [] } = render({ template: read.value, files: new Map(paths.map(path => [path, ''])) }, facts, {});
    return reasons.map(reason => reason.message.template);
  };
  for (const as of ['../a', '/a', 'C:/a', 'a\\b', 'a//b', './a']) {
    assert.deepEqual(reasonsOf(['a'], [{ path: 'a', as }]), ['{0} is no path inside a project'], as);
  }
  assert.deepEqual(reasonsOf(['a', 'b.tmpl'], [{ path: 'a', as: 'b' }]), ['Two files of the template become {0}']);
  assert.deepEqual(reasonsOf(['a'], [{ path: 'c' }]), ['No file of the template is {0}']);
  assert.deepEqual(reasonsOf(['part/a', 'part/b/c.tmpl'], [{ path: 'part/', as: 'src/' }]), []);
});

/** The templates of all `say` in a source file. */
function saidIn(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
      const { template } = node;
      found.push(ts.isNoSubstitutionTemplateLiteral(template) ? template.text
        : template.head.text + template.templateSpans.map((span, i) => `{${i}}${span.literal.text}`).join(''));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true));
  return found;
}
