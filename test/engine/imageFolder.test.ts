import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { DEFAULT_CONFIGURATION } from '../../server/src/config/configuration.ts';
import { checkData } from '../../server/src/engine/dataCheck.ts';
import type { Snapshot } from '../../server/src/engine/dataCheck.ts';
import { Documents } from '../../server/src/engine/documents.ts';
import { sortedBy } from '../../server/src/engine/images/layout.ts';
import { renderMessage } from '../../server/src/words/render.ts';
import { KERNELS } from '../harness/kernels.ts';
import { FOLDER, memoryHost } from '../harness/memoryHost.ts';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(`test/fixtures/images/${name}`));
const [kernel] = Object.values(KERNELS);

async function check(files: Readonly<Record<string, Uint8Array>>, pixels = true): Promise<Snapshot> {
  assert.ok(kernel);
  const host = memoryHost(new Map(Object.entries(files).map(([name, bytes]) => [name, { bytes }])));
  const setup = {
    documents: new Documents(), disk: host.files, log: host.log, kernel: () => Promise.resolve(kernel), pixels,
    findDescription: () => Promise.resolve(undefined), configurationOf: () => Promise.resolve(DEFAULT_CONFIGURATION),
  };
  const snapshot = await checkData(`${FOLDER}photos/`, setup, {});
  assert.ok(snapshot && 'checked' in snapshot);
  return snapshot;
}

const said = ({ checked: { findings } }: Snapshot): readonly string[] =>
  findings.map(({ primary, rule, message }) => `${primary.uri.slice(FOLDER.length)} ${rule}: ${renderMessage(message, { locale: 'en' })}`);

test('a folder is a table with a row for each image', async () => {
  const { checked: { table } } = await check({ 'photos/cat/1.jpg': fixture('baseline.jpg'), 'photos/dog/1.png': fixture('colour.png'), 'photos/readme.txt': fixture('grey.jpg') });
  assert.equal(table?.records, 2);
  assert.deepEqual(table.columns.find(({ name }) => name === 'path')?.values.map(({ text }) => text).sort(), ['cat/1.jpg', 'dog/1.png']);
  assert.equal(table.columns.find(({ name }) => name === 'width')?.values[0]?.text, '56');
});

test('findings sit on the files they are about', async () => {
  const whole = fixture('baseline.jpg');
  const found = await check({
    'photos/a b/empty.jpg': new Uint8Array(0), 'photos/a b/cut.jpg': whole.slice(0, 800), 'photos/whole.jpg': whole, 'photos/other.jpg': fixture('colour.png'),
    'photos/page.png': new TextEncoder().encode('<html>'),
  });
  assert.deepEqual(said(found).map(text => text.slice(0, text.indexOf(':'))), [
    'photos/a%20b/cut.jpg truncated-image', 'photos/a%20b/empty.jpg unreadable-image', 'photos/other.jpg wrong-image-extension', 'photos/page.png unreadable-image',
  ]);
});

test('pictures whose pixels were not read are named', async () => {
  const { checked: { notices } } = await check({ 'photos/1.webp': fixture('lossy.webp'), 'photos/2.tif': fixture('pages.tif'), 'photos/3.jpg': fixture('baseline.jpg') });
  assert.deepEqual(notices.map(notice => renderMessage(notice, { locale: 'en' })), ['2 images (‘TIFF’ and ‘WebP’) known by their headers alone: their pixels were not read']);
});

test('headers alone are enough for what is wrong with a file', async () => {
  const files = { 'photos/empty.jpg': new Uint8Array(0), 'photos/cut.jpg': fixture('baseline.jpg').slice(0, 800), 'photos/whole.jpg': fixture('grey.jpg') };
  assert.deepEqual(said(await check(files, false)), said(await check(files)));
});

test('something behind the picture does not make it cut short', async () => {
  const padded = Uint8Array.from([...fixture('baseline.jpg'), ...new Uint8Array(500)]);
  assert.deepEqual(said(await check({ 'photos/1.jpg': padded, 'photos/2.png': Uint8Array.from([...fixture('colour.png'), ...new Uint8Array(500)]) })), []);
});

test('folders tell classes and parts', () => {
  const classes = (paths: readonly string[]): readonly string[] => sortedBy(paths).map(({ class: label, split }) => `${split ?? '-'} ${label ?? '-'}`);
  assert.deepEqual(classes(['train/cat/1.jpg', 'train/cat/2.jpg', 'val/dog/1.jpg', 'val/dog/2.jpg']), ['train cat', 'train cat', 'validation dog', 'validation dog']);
  assert.deepEqual(classes(['cat/1.jpg', 'cat/2.jpg', 'dog/1.jpg', 'dog/2.jpg']), ['- cat', '- cat', '- dog', '- dog']);
  assert.deepEqual(classes(['images/train/1.jpg', 'images/val/2.jpg']), ['train -', 'validation -']);
  assert.deepEqual(classes(['train2017/1.jpg', 'val2017/2.jpg']), ['train -', 'validation -']);
  // One picture a folder is an album, and so are folders at several depths.
  assert.deepEqual(classes(['2019/1.jpg', '2020/2.jpg', '2021/3.jpg']), ['- -', '- -', '- -']);
  assert.deepEqual(classes(['a/1.jpg', 'a/2.jpg', 'a/b/1.jpg', 'a/b/2.jpg']), ['- -', '- -', '- -', '- -']);
});
