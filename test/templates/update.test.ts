import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { carryOutUpdate, planUpdate, readRecord, render } from '../../server/src/scaffold/main.ts';
import type { Answers, DatasetFacts, LoadedTemplate, UpdatePlan } from '../../server/src/scaffold/main.ts';
import { merge } from '../../server/src/scaffold/merge.ts';
import { exampleFacts } from './support/describe.ts';
import { disk, must, template, temporaryFolder, tree, writeFiles } from './support/project.ts';

const SIDES = { mine: 'yours', theirs: 'own 2' };
const uri = (folder: string): string => pathToFileURL(folder).href;
const facts: DatasetFacts = exampleFacts('examples/penguins/datapackage.json', '/project');

/** A template with these files and one question. */
function own(version: string, files: Readonly<Record<string, string>>): LoadedTemplate {
  const question = { id: 'colour', type: 'choice', ask: 'Colour', advanced: false, default: { from: [] }, choices: [{ value: 'red', label: 'Red' }, { value: 'blue', label: 'Blue' }] } as const;
  return { template: { id: 'own', version, title: 'Own', summary: 'Own', words: {}, questions: [question], files: [] }, files: new Map(Object.entries(files)) };
}

function made(first: LoadedTemplate, answers: Answers = {}): string {
  const folder = temporaryFolder();
  writeFiles(folder, must(render(first, facts, answers)));
  return folder;
}

async function update(folder: string, next: LoadedTemplate, answers?: Answers): Promise<UpdatePlan> {
  const plan = must(await planUpdate(disk, uri(folder), must(await readRecord(disk, uri(folder))), next, answers));
  const { kept, failed } = await carryOutUpdate(disk, plan);
  assert.deepEqual([kept, failed], [[], []]);
  return plan;
}

const states = ({ changes }: UpdatePlan): Record<string, string> => Object.fromEntries(changes.filter(({ state }) => state !== 'record').map(({ path, state }) => [path, state]));
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('files nobody touched become those of the new version, and nothing else happens to a second update', async () => {
  const folder = made(own('1', { 'a.txt': 'one\n', 'old/b.txt': 'gone\n', 'same.txt': 'same\n' }));
  const next = own('2', { 'a.txt': 'two\n', 'new/c.txt': 'here\n', 'same.txt': 'same\n' });
  assert.deepEqual(states(await update(folder, next)), { 'a.txt': 'replaced', 'new/c.txt': 'new', 'old/b.txt': 'deleted' });
  assert.deepEqual(tree(folder), ['.lintel/answers.yaml', '.lintel/base.json', 'a.txt', 'new/c.txt', 'same.txt']);
  assert.equal(read(folder, 'a.txt'), 'two\n');
  assert.deepEqual((await update(folder, next)).changes, []);
});

test('what a person did stays: changed, deleted and added files', async () => {
  const folder = made(own('1', { 'both.txt': 'a\nb\nc\nd\ne\n', 'clash.txt': 'x\n', 'mine.txt': 'm\n', 'deleted.txt': 'd\n', 'dropped.txt': 'q\n' }));
  writeFileSync(join(folder, 'both.txt'), 'mine\na\nb\nc\nd\ne\n');
  writeFileSync(join(folder, 'clash.txt'), 'yours\n');
  writeFileSync(join(folder, 'mine.txt'), 'm, by hand\n');
  writeFileSync(join(folder, 'dropped.txt'), 'q, by hand\n');
  writeFileSync(join(folder, 'appeared.txt'), 'was here first\n');
  rmSync(join(folder, 'deleted.txt'));
  const plan = await update(folder, own('2', { 'both.txt': 'a\nb\nc\nd\ntheirs\n', 'clash.txt': 'theirs\n', 'mine.txt': 'm\n', 'deleted.txt': 'd2\n', 'appeared.txt': 'theirs\n' }));
  assert.deepEqual(states(plan), { 'appeared.txt': 'conflict', 'both.txt': 'merged', 'clash.txt': 'conflict', 'deleted.txt': 'left', 'dropped.txt': 'left' });
  assert.equal(read(folder, 'both.txt'), 'mine\na\nb\nc\nd\ntheirs\n');
  assert.equal(read(folder, 'clash.txt'), '<<<<<<< yours\nyours\n=======\ntheirs\n>>>>>>> own 2\n');
  assert.equal(read(folder, 'mine.txt'), 'm, by hand\n');
  assert.equal(existsSync(join(folder, 'deleted.txt')), false);
});

test('an answer can be changed later, and one that fits no longer falls back', async () => {
  const files = { 'a.txt.tmpl': '{{colour}}\n' };
  const folder = made(own('1', files), { colour: 'blue' });
  assert.equal(read(folder, 'a.txt'), 'blue\n');
  assert.deepEqual(states(await update(folder, own('1', files), { colour: 'red' })), { 'a.txt': 'replaced' });
  assert.match(read(folder, '.lintel/answers.yaml'), /colour: "red"/);
  const record = must(await readRecord(disk, uri(folder)));
  const narrower = own('2', files);
  const onlyBlue = { ...narrower, template: { ...narrower.template, questions: narrower.template.questions.map(question => (question.type === 'choice' ? { ...question, choices: question.choices.slice(1) } : question)) } };
  assert.deepEqual(states(must(await planUpdate(disk, uri(folder), record, onlyBlue))), { 'a.txt': 'replaced' });
  const refused = await planUpdate(disk, uri(folder), record, onlyBlue, { colour: 'red' });
  assert.equal(refused.reasons?.[0]?.where, 'colour');
});

test('line ends of Windows are no change, and stay', async () => {
  const folder = made(own('1', { 'a.txt': 'a\nb\n', 'b.txt': 'x\ny\nz\n' }));
  writeFileSync(join(folder, 'a.txt'), 'a\r\nb\r\n');
  writeFileSync(join(folder, 'b.txt'), 'mine\r\nx\r\ny\r\nz\r\n');
  assert.deepEqual(states(await update(folder, own('2', { 'a.txt': 'a\nb\n', 'b.txt': 'x\ny\ntheirs\n' }))), { 'b.txt': 'merged' });
  assert.equal(read(folder, 'a.txt'), 'a\r\nb\r\n');
  assert.equal(read(folder, 'b.txt'), 'mine\r\nx\r\ny\r\ntheirs\r\n');
});

test('a file that changes after the preview is left alone, and the record waits', async () => {
  const folder = made(own('1', { 'a.txt': 'a\n', 'b.txt': 'b\n' }));
  const next = own('2', { 'a.txt': 'a2\n', 'b.txt': 'b2\n' });
  const plan = must(await planUpdate(disk, uri(folder), must(await readRecord(disk, uri(folder))), next));
  writeFileSync(join(folder, 'a.txt'), 'typed meanwhile\n');
  const { written, kept } = await carryOutUpdate(disk, plan);
  assert.deepEqual([written, kept], [['b.txt'], ['a.txt', '.lintel/answers.yaml', '.lintel/base.json']]);
  assert.equal(read(folder, 'a.txt'), 'typed meanwhile\n');
  assert.deepEqual(states(await update(folder, next)), { 'a.txt': 'conflict' });
});

test('a folder without a record, or with a broken one, is refused in words', async () => {
  const folder = temporaryFolder();
  assert.equal((await readRecord(disk, uri(folder))).reasons?.[0]?.where, '.lintel/answers.yaml');
  const project = made(own('1', { 'a.txt': 'a\n' }));
  writeFileSync(join(project, '.lintel/base.json'), '{ "a.txt": ');
  assert.equal((await readRecord(disk, uri(project))).reasons?.[0]?.where, '.lintel/base.json');
  rmSync(join(project, '.lintel/base.json'));
  assert.match(JSON.stringify((await readRecord(disk, uri(project))).reasons), /What the template wrote last is not known/);
});

test('the record of a real project gives the same project again', async () => {
  const loaded = await template('tabular-tfjs');
  const folder = temporaryFolder();
  const files = must(render(loaded, facts, { encoding: 'ordinal', seed: 7 }));
  writeFiles(folder, files);
  const record = must(await readRecord(disk, uri(folder)));
  assert.deepEqual(record.facts, facts);
  assert.deepEqual(must(render(loaded, record.facts, record.answers)), files);
  assert.deepEqual(must(await planUpdate(disk, uri(folder), record, loaded)).changes, []);
});

const lines = fc.array(fc.stringMatching(/^[a-e]{0,3}$/), { maxLength: 12 }).map(list => list.map(line => `${line}\n`).join(''));

/** A text and what somebody made of it: lines of their own put in, each told from all others, and lines taken out. */
const edited = (mark: string) => fc.tuple(lines, fc.array(fc.tuple(fc.nat(12), fc.boolean()), { maxLength: 4 })).map(([base, edits]) => ({ base, apply: (text: string): string => {
  const list = text.split('\n');
  for (const [i, [at, drops]] of edits.entries()) list.splice(Math.min(at, list.length - 1), drops && list.length > 1 ? 1 : 0, `${mark}${i}`);
  return list.join('\n');
} }));

test('no edit is lost: every line a person put in is there after the merge, and every line of the template’s', () => {
  fc.assert(fc.property(edited('mine'), edited('theirs'), ({ base, apply }, theirs) => {
    const mine = apply(base);
    const next = theirs.apply(base);
    const { text } = merge(mine, base, next, SIDES);
    for (const line of [...mine.split('\n'), ...next.split('\n')]) if (/^(mine|theirs)/.test(line)) assert.ok(text.split('\n').includes(line), line);
  }));
});

test('where only one side changed something, that side is the outcome', () => {
  fc.assert(fc.property(edited('mine'), ({ base, apply }) => {
    const changed = apply(base);
    assert.deepEqual(merge(changed, base, base, SIDES), { text: changed, conflicts: 0 });
    assert.deepEqual(merge(base, base, changed, SIDES), { text: changed, conflicts: 0 });
    assert.deepEqual(merge(changed, base, changed, SIDES), { text: changed, conflicts: 0 });
  }));
});

test('random edits in a real project survive a random change of its template', async () => {
  const loaded = await template('tabular-tfjs');
  const files = must(render(loaded, facts, {}));
  const paths = [...files.keys()].filter(path => loaded.files.has(path));
  await fc.assert(fc.asyncProperty(fc.constantFrom(...paths), fc.nat(200), fc.nat(200), async (path, at, other) => {
    const folder = temporaryFolder();
    writeFiles(folder, files);
    const insert = (text: string, line: number, added: string): string => text.split('\n').flatMap((each, i, { length }) => (i === line % length ? [added, each] : [each])).join('\n');
    const before = files.get(path) ?? '';
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), insert(before, at, '// by hand'));
    const next = { template: { ...loaded.template, version: '9.9.9' }, files: new Map([...loaded.files, [path, insert(loaded.files.get(path) ?? '', other, '// by the template')]]) };
    await update(folder, next);
    const text = read(folder, path);
    assert.ok(text.includes('// by hand') && text.includes('// by the template'), text);
  }), { numRuns: 20 });
});
