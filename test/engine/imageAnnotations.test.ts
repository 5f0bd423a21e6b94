import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImageFacts } from '../../server/src/core/images.ts';
import { annotationsIn } from '../../server/src/engine/images/annotations.ts';

const image = (path: string): ImageFacts => ({ path, bytes: 1, format: 'jpeg', width: 400, height: 300 });

test('COCO: images that are not there, boxes that do not fit, images nobody tells of', () => {
  const coco = {
    images: [{ id: 1, file_name: '1.jpg' }, { id: 2, file_name: 'lost.jpg' }],
    annotations: [{ image_id: 1, bbox: [10, 10, 50, 60] }, { image_id: 1, bbox: [390, 10, 50, 60] }, { image_id: 1, bbox: [5, 5, 0, 3] }, { image_id: 1, bbox: [0, 0, 400.9, 300] }],
  };
  const images = [image('train/1.jpg'), image('train/2.jpg'), image('val/3.jpg')];
  const [found, ...others] = annotationsIn([{ path: 'instances.json', text: JSON.stringify(coco) }], images);
  assert.deepEqual(others, []);
  assert.deepEqual(found?.missing, ['lost.jpg']);
  assert.deepEqual(found.untold, [1]);
  assert.deepEqual(found.outside.map(({ image: row, fault }) => [row, fault]), [[0, 'beyond'], [0, 'empty']]);
  assert.equal(found.boxes, 4);
});

test('YOLO: labels beside the images and in their own folder', () => {
  const images = [image('images/a.jpg'), image('images/b.jpg'), image('images/c.jpg')];
  const label = '0 0.5 0.5 0.2 0.3\n';
  const [found] = annotationsIn([
    { path: 'labels/a.txt', text: label }, { path: 'labels/b.txt', text: '0 0.95 0.5 0.4 0.3\n' }, { path: 'labels/gone.txt', text: label }, { path: 'readme.txt', text: 'About these images.' },
  ], images);
  assert.deepEqual([found?.missing, found?.untold, found?.boxes], [['labels/gone.txt'], [2], 2]);
  assert.deepEqual(found?.outside, [{ image: 1, box: [300, 105, 160, 90], fault: 'beyond' }]);
});

test('lists of files: CSV with quotes, and JSON Lines', () => {
  const images = [image('1.jpg'), image('2.jpg'), image('3.jpg')];
  const [csv] = annotationsIn([{ path: 'metadata.csv', text: 'text,file_name\r\n"a, cat",1.jpg\r\na dog,2.jpg\r\nnone,9.jpg\r\n' }], images);
  assert.deepEqual([csv?.missing, csv?.untold, csv?.told], [['9.jpg'], [2], 2]);
  const [lines] = annotationsIn([{ path: 'metadata.jsonl', text: '{"file_name":"1.jpg"}\n{"file_name":"2.jpg"}\n{"file_name":"3.jpg"}\n' }], images);
  assert.deepEqual([lines?.missing, lines?.untold, lines?.told], [[], [], 3]);
});

test('texts that are about something else say nothing', () => {
  const images = [image('1.jpg')];
  const texts = [
    { path: 'package.json', text: '{"name":"x"}' }, { path: 'broken.json', text: '{"images":[' }, { path: 'notes.txt', text: '1 2 3' }, { path: 'prices.csv', text: 'item,price\nx.png,3\n' },
    { path: 'other.json', text: '{"images":[{"id":1,"file_name":"elsewhere.jpg"}],"annotations":[]}' },
  ];
  assert.deepEqual(annotationsIn(texts, images), []);
});
