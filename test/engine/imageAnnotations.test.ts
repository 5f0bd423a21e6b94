import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnotationFile, ImageFacts } from '../../server/src/core/images.ts';
import type { TextRange } from '../../server/src/core/place.ts';
import { annotationsIn } from '../../server/src/engine/images/annotations.ts';
import type { Beside } from '../../server/src/engine/images/tally.ts';

const image = (path: string): ImageFacts => ({ path, bytes: 1, format: 'jpeg', width: 400, height: 300 });

/** What stands at a range of lines that end with a line feed. */
function textAt(text: string, { start, end }: TextRange): string {
  const lines = text.split('\n');
  assert.equal(start.line, end.line, 'faults here stand in one line');
  return lines[start.line]?.slice(start.character, end.character) ?? '';
}

/** Each fault of a file, and what stands at its place. */
function faultsOf(file: AnnotationFile | undefined, texts: readonly Beside[]): readonly string[] {
  return file?.faults.map(({ fault, file: path, range }) => `${fault}: ${textAt(texts.find(text => text.path === path)?.text ?? '', range)}`) ?? [];
}

test('COCO: what does not fit is told where it stands', () => {
  const coco = {
    info: { '}': '"images":[{' },
    images: [{ id: 1, file_name: '1.jpg', width: 400, height: 300 }, { id: 2, file_name: 'lost.jpg' }, { id: 4, file_name: '3.jpg', width: 800, height: 600 }],
    categories: [{ id: 3, name: 'cat' }],
    annotations: [
      { image_id: 1, category_id: 3, bbox: [10, 10, 50, 60] }, { image_id: 1, category_id: 3, bbox: [390, 10, 50, 60] }, { image_id: 1, bbox: [5, 5, 0, 3] },
      { image_id: 1, category_id: 3, bbox: [0, 0, 400.9, 300] }, { image_id: 77, bbox: [0, 0, 1, 1] }, { image_id: 1, category_id: 8, bbox: [1, 1, 2, 2] },
      { image_id: 4, bbox: [1, 2] }, { image_id: 2, bbox: [1, 2, 3, 4] }, { image_id: 4, caption: 'no "box": [1]' },
    ],
  };
  const images = [image('train/1.jpg'), image('train/2.jpg'), image('train/3.jpg'), image('val/4.jpg')];
  for (const indent of [0, 1]) {
    const texts = [{ path: 'instances.json', text: JSON.stringify(coco, null, indent).replace(/\[\s+(\S+)\s+(\S+)(?:\s+(\S+)\s+(\S+))?\s+\]/g, '[$1$2$3$4]') }];
    const { files: [found, ...others], classes } = annotationsIn(texts, images);
    assert.deepEqual(others, []);
    assert.deepEqual(faultsOf(found, texts), [
      'missing: "lost.jpg"', 'size: 800', 'beyond: [390,10,50,60]', 'empty: [5,5,0,3]', 'orphaned: 77', 'class: 8', 'unread: [1,2]',
    ]);
    assert.deepEqual(found?.untold, [1]);
    assert.equal(found.boxes, 5);
    assert.deepEqual([...classes], [[0, 'cat']]);
  }
});

test('YOLO: labels beside the images and in their own folder, classes by their names', () => {
  const images = [image('images/a.jpg'), image('images/b.jpg'), image('images/c.jpg'), image('images/d.jpg')];
  const label = '0 0.5 0.5 0.2 0.3\n';
  const texts = [
    { path: 'data.yaml', text: 'train: images\nnames:\n  0: cat\n  1: dog\n' },
    { path: 'labels/a.txt', text: label }, { path: 'labels/b.txt', text: `${label}  1 0.95 0.5 0.4 0.3\r\n7 0.5 0.5 0.1 0.1\n0 0.5 0.5\nnone\n` }, { path: 'labels/d.txt', text: '' },
    { path: 'labels/gone.txt', text: label }, { path: 'readme.txt', text: 'About these images.' },
  ];
  const { files: [found], classes } = annotationsIn(texts, images);
  assert.deepEqual(faultsOf(found, texts), ['beyond: 1 0.95 0.5 0.4 0.3', 'class: 7', 'unread: 0 0.5 0.5', 'unread: none', 'orphaned: ']);
  assert.deepEqual([found?.untold, found?.boxes, found?.told], [[2], 4, 3]);
  assert.deepEqual([...classes], [[0, 'cat']]);
  assert.deepEqual(annotationsIn(texts.slice(1), images).files[0]?.counts, { beyond: 1, unread: 2, orphaned: 1 }, 'without names every class is one');
});

test('Pascal VOC: a file an image', () => {
  const box = (xmin: number, xmax: number): string => `<object><name>cat</name><bndbox><xmin>${xmin}</xmin><ymin>1</ymin><xmax>${xmax}</xmax><ymax>9</ymax></bndbox></object>`;
  const about = (file: string, boxes: string): string => `<annotation><filename>${file}</filename><size><width>400</width><height>300</height></size>\n${boxes}\n</annotation>`;
  const texts = [{ path: 'Annotations/1.xml', text: about('1.jpg', box(1, 400) + box(350, 500)) }, { path: 'Annotations/2.xml', text: about('2.jpg', '') }, { path: 'other.xml', text: '<html/>' }];
  const { files: [found], classes } = annotationsIn(texts, [image('JPEGImages/1.jpg')]);
  assert.deepEqual(found?.faults.map(({ fault, range }) => [fault, range.start.line]), [['beyond', 1], ['missing', 0]]);
  assert.deepEqual([...classes], [[0, 'cat']]);
});

test('lists of files: CSV with quotes, and JSON Lines, with classes and parts', () => {
  const images = [image('1.jpg'), image('2.jpg'), image('3.jpg')];
  const csv = [{ path: 'metadata.csv', text: 'text,file_name,label,split\r\n"a, ""cat""\nhere",1.jpg,cat,train\r\na dog,2.jpg,dog,val\r\nnone,9.jpg,dog,\r\n' }];
  const table = annotationsIn(csv, images);
  assert.deepEqual(faultsOf(table.files[0], csv), ['missing: 9.jpg']);
  assert.deepEqual([table.files[0]?.untold, table.files[0]?.told], [[2], 2]);
  assert.deepEqual([[...table.classes], [...table.splits]], [[[0, 'cat'], [1, 'dog']], [[0, 'train'], [1, 'validation']]]);
  const jsonl = [{ path: 'metadata.jsonl', text: '{"text":"file_name","file_name":"1.jpg","label":0}\n{"file_name":"2.jpg"}\n{"file_name":"x/4.jpg"}\n' }];
  const lines = annotationsIn(jsonl, images);
  assert.deepEqual(faultsOf(lines.files[0], jsonl), ['missing: "x/4.jpg"']);
  assert.deepEqual([...lines.classes], [[0, '0']]);
});

test('texts that are about something else say nothing', () => {
  const images = [image('1.jpg')];
  const texts = [
    { path: 'package.json', text: '{"name":"x"}' }, { path: 'broken.json', text: '{"images":[' }, { path: 'notes.txt', text: '1 2 3' }, { path: 'prices.csv', text: 'item,price\nx.png,3\n' },
    { path: 'other.json', text: '{"images":[{"id":1,"file_name":"elsewhere.jpg"}],"annotations":[]}' }, { path: 'mkdocs.yml', text: 'names: [a, b]' },
  ];
  assert.deepEqual(annotationsIn(texts, images).files, []);
});
