import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editNode, applyNodeEdits } from '../../../server/src/metadata/document/edit.ts';
import { cursorAt } from '../../../server/src/metadata/document/cursor.ts';
import card from '../../../server/src/metadata/hugging-face-card/standard.ts';
import { complaintsOf, survivesMutation } from '../complaints.ts';

const of = (yaml: string): readonly (readonly string[])[] => complaintsOf(card, `---\n${yaml}---\n# A dataset\n`, 'README.md');

const CLEAN = `license: cc-by-4.0
language:
- en
- nob
pretty_name: Reviews of things
tags: [reviews]
size_categories: [n<1K]
task_categories: [text-classification]
task_ids:
- sentiment-classification
annotations_creators: [no-annotation]
multilinguality: [monolingual]
extra_gated_fields:
- Name: text
- Country: { type: country }
configs:
- config_name: default
  data_files:
  - split: train
    path: [data/train-*.jsonl, more/train.jsonl]
  - split: test
    path: data/test-*.jsonl
- config_name: small
  data_files: small.csv
  sep: ";"
- config_name: folder
  data_dir: folder
dataset_info:
- config_name: default
  features:
  - name: id
    dtype: int64
  - name: label
    dtype:
      class_label:
        names:
          '0': bad
          '1': good
  - name: tokens
    sequence: string
  - name: tags
    sequence:
      class_label:
        names: [O, B, I]
  - name: answers
    sequence:
    - name: text
      dtype: string
    - name: start
      dtype: int32
  - name: messages
    list:
    - name: role
      dtype: string
  - name: place
    struct:
    - name: lat
      dtype: float64
  - name: pixels
    dtype:
      array2_d:
        shape: [28, 28]
        dtype: uint8
  - name: pair
    dtype:
      translation:
        languages: [en, nl]
  - name: at
    dtype: timestamp[us, tz=UTC]
  - name: price
    dtype: decimal128(10, 2)
  splits:
  - name: train
    num_bytes: 1234.5
    num_examples: 100
  - name: test
    num_bytes: 12
    num_examples: 10
  download_size: 700
  dataset_size: 1246.5
`;

test('cards of datasets are recognised by their keys, cards of models and pages of other kinds are not', () => {
  const recognised = (yaml: string): boolean | undefined => card.recognises?.(`---\n${yaml}---\n`, 'README.md');
  assert.deepEqual([
    CLEAN, 'license: mit\n', 'license: mit\ntags:\n- a\n', 'configs: [\n', '"configs": 1\n',
    'license: mit\npipeline_tag: text-generation\n', 'license: mit\nlibrary_name: x\nlanguage: en\n', 'title: x\nlicense: mit\n', 'title: x\nsdk: gradio\n', 'tags: [a]\n', 'layout: page\nlanguage: en\n',
  ].map(recognised), [true, true, true, true, true, false, false, false, false, false, false]);
  assert.equal(card.recognises?.('# license: mit\n', 'README.md'), false);
  assert.equal(card.recognises?.('text\n---\nlicense: mit\n---\n', 'README.md'), false);
  assert.deepEqual(['README.md', 'a/readme.md', 'README.zh.md', 'dataset_infos.json', 'dataset_info.json'].map(name => card.mayBe(name)), [true, true, false, true, true]);
});

test('a clean card has no complaints, with a mark and with Windows line ends too', () => {
  assert.deepEqual(of(CLEAN), []);
  assert.deepEqual(complaintsOf(card, `\uFEFF---\n${CLEAN}---\n`, 'README.md'), []);
  assert.deepEqual(complaintsOf(card, `---\n${CLEAN}---\n# X\n`.replaceAll('\n', '\r\n'), 'README.md'), []);
});

test('configurations need names, one default, and files in one of the three forms', () => {
  assert.deepEqual(of(`configs:
- data_files: a.csv
- config_name: a/b
- config_name: default
  data_files: { train: x.csv }
- config_name: second
  default: true
  datafiles: x
  data_files:
  - split: my-split
    path: x
  - split: test
    paths: x
  - split: test
    path: x
    weight: 1
- config_name: second
task_categories: []
`), [
    ['data_files', '‘config_name’ is missing here and has to be given'],
    ['a/b', '“a/b” is not how ‘config_name’ is written; an example is “default”'],
    ['{ train: x.csv }', '‘data_files’ should be text or a list'],
    ['my-split', '“my-split” is not how ‘split’ is written; an example is “train”'],
    ['paths', '‘paths’ is not known here; ‘path’ has to be given'],
    ['weight', '‘weight’ is not a key of ‘data_files’'],
    ['second', '‘second’ is here already'],
    ['true', 'Only one configuration can be the default one; ‘default’ is it already'],
    ['test', '‘test’ is here already'],
  ]);
});

test('terms are those of the Hub, each told with what was meant', () => {
  assert.deepEqual(of(`licence: mit
license: [CC-BY-4.0, mine]
language: [English, zh-CN, xx, no]
size_categories: 1k<n<10k
task_categories: [text_classification, cooking]
task_ids: [sentiment-clasification]
annotations_creators: [expert]
pretty_name: [a]
tags: birds
extra_gated_fields: { Name: txt }
`).map(([at, words, ...kind]) => [at, words, ...kind]), [
    ['[a]', '‘pretty_name’ should be text'],
    ['CC-BY-4.0', '“CC-BY-4.0” is no licence of the Hub; did you mean “cc-by-4.0”?'],
    ['mine', '“mine” is no licence of the Hub'],
    ['English', '“English” is no code of ISO 639, which has two or three small letters; did you mean “en”?'],
    ['zh-CN', '“zh-CN” is no code of ISO 639; tags with a region go under ‘language_bcp47’; did you mean “zh”?'],
    ['xx', '“xx” is no code of ISO 639, which has two or three small letters'],
    ['1k<n<10k', '“1k<n<10k” is no size class; did you mean “1K<n<10K”?'],
    ['text_classification', '“text_classification” is not among the values of ‘task_categories’ that the Hub knows; did you mean “text-classification”?', 'ignored'],
    ['cooking', '“cooking” is not among the values of ‘task_categories’ that the Hub knows', 'ignored'],
    ['sentiment-clasification', '“sentiment-clasification” is not among the values of ‘task_ids’ that the Hub knows; did you mean “sentiment-classification”?', 'ignored'],
    ['expert', '“expert” is not among the values of ‘annotations_creators’ that the Hub knows', 'ignored'],
    ['txt', '“txt” is no kind of field in a form of the Hub; did you mean “text”?'],
    ['no', '‘no’ is read as false by Python without quotes around it', 'ignored'],
  ]);
  assert.deepEqual(of('languages: en\ntask_categories: []\n'), [['languages', '‘languages’ means nothing to the Hub; did you mean ‘language’?', 'ignored']]);
});

test('a licence that is none of the list should have a name and a text', () => {
  assert.deepEqual(of('license: other\n').map(([at, , kind]) => [at, kind]), [['other', 'recommended'], ['other', 'recommended']]);
  assert.deepEqual(of('license: other\nlicense_name: mine-1.0\nlicense_link: LICENSE.md\n'), []);
  assert.deepEqual(of('license: other\nlicense_name: mine\nlicense_link: somewhere else\n').map(([at, , kind]) => [at, kind]), [['somewhere else', 'ignored']]);
});

test('features follow their grammar, at every depth', () => {
  assert.deepEqual(of(`dataset_info:
  features:
  - name: a
    dtype: int
  - name: a
    dtype: floot32
  - dtype: string
  - name: b
    dtyp: string
  - name: c
  - name: d
    dtype: { class_label: { names: { '0': x, '2': y } } }
  - name: e
    dtype: { class_label: { names: [x, x] } }
  - name: f
    sequence: { list: [{ name: g, dtype: strin }] }
  - name: h
    struct: { name: i }
  - name: j
    dtype: { array3_d: { shape: [1, 2], dtype: int8 } }
  - name: k
    dtype: class_label
  - text
task_categories: []
`).map(([at, words]) => [at, words]), [
    ['int', '“int” is no type of a feature; did you mean “int64”?'],
    ['a', 'Another feature is called ‘a’ already'],
    ['floot32', '“floot32” is no type of a feature; did you mean “float32”?'],
    ['dtype', 'A feature needs a ‘name’ that is text'],
    ['dtyp', '‘dtyp’ is no type of a feature; did you mean ‘dtype’?'],
    ['name', 'A feature needs a type: ‘dtype’, ‘list’ or ‘struct’'],
    ['names', 'Labels are numbered from 0 on without gaps; 1 is missing'],
    ['x', 'The label “x” occurs twice'],
    ['strin', '“strin” is no type of a feature; did you mean “string”?'],
    ['{ name: i }', '‘struct’ should be a list of features'],
    ['[1, 2]', '‘shape’ should list 3 sizes'],
    ['dtype', 'A class label needs its ‘names’'],
    ['text', 'A feature is an object with ‘name’ and ‘dtype’'],
  ]);
});

test('what is counted is what is loaded', () => {
  assert.deepEqual(of(`configs:
- config_name: one
  data_files: [{ split: train, path: a.csv }]
dataset_info:
- config_name: one
  splits: [{ name: trian, num_examples: 5000 }, { name: train, num_examples: -1 }]
- config_name: two
  splits: [{ num_bytes: x }]
task_categories: []
`), [
    ['-1', '‘num_examples’ should be at least 0'],
    ['{', '‘name’ is missing here and has to be given'],
    ['x', '‘num_bytes’ should be a number'],
    ['trian', '‘trian’ is not under ‘configs’; did you mean ‘train’?'],
    ['two', '‘two’ is not under ‘configs’, which has ‘one’'],
  ]);
  assert.deepEqual(of('size_categories: [1M<n<10M]\ntask_categories: []\ndataset_info: { splits: [{ name: train, num_examples: 5000 }] }\n'), [
    ['1M<n<10M', 'The splits below have 5,000 examples, which is not of the class “1M<n<10M”', 'ignored'],
  ]);
});

test('a block that is not closed, and one that does not parse, still say what they can', () => {
  assert.deepEqual(complaintsOf(card, '---\nlicense: mits\n\n# A title: with a colon\n', 'README.md'), [
    ['---', 'This block is never closed, so nothing in it counts; a line of three dashes ends it'], ['mits', '“mits” is no licence of the Hub; did you mean “mit”?'],
  ]);
  assert.deepEqual(of('license: mits\ntags: [a\n').map(([at]) => at).includes('mits'), true);
});

test('splits become resources with the columns of their configuration, as the data has them', () => {
  const { description } = card.read(`---\n${CLEAN}---\n`, 'README.md');
  assert.deepEqual(description?.resources.map(({ name, paths, split, rows, fieldsMatch }) => [name, paths, split, rows?.value, fieldsMatch]), [
    ['default/train', ['data/train-*.jsonl', 'more/train.jsonl'], 'train', 100, 'equal'], ['default/test', ['data/test-*.jsonl'], 'test', 10, 'equal'],
    ['small', ['small.csv'], undefined, undefined, undefined], ['folder', ['folder/**'], undefined, undefined, undefined],
  ]);
  assert.deepEqual(description?.resources[0]?.fields.map(({ name, type, constraints }) => [name, type, constraints.enum]), [
    ['id', 'integer', undefined], ['label', 'string', ['bad', 'good', '0', '1', '-1']], ['tokens[]', 'any', undefined], ['tags[]', 'any', undefined], ['answers.text[]', 'any', undefined],
    ['answers.start[]', 'any', undefined], ['messages[]', 'any', undefined], ['place.lat', 'number', undefined], ['pixels[]', 'any', undefined], ['pair', 'object', undefined],
    ['at', 'datetime', undefined], ['price', 'number', undefined],
  ]);
  assert.deepEqual(description?.licences, [{ node: ['license'], id: 'cc-by-4.0' }]);
});

test('edits change the block at the head and nothing below it', () => {
  const text = '---\nlicense: mits # ours\n---\n# license: mits\n';
  const set = editNode(text, 'README.md', { do: 'set-node', path: ['license'], value: 'mit' });
  assert.equal(applyNodeEdits(text, set), '---\nlicense: mit # ours\n---\n# license: mits\n');
  const added = editNode(text, 'README.md', { do: 'set-node', path: ['tags'], value: ['a'] });
  assert.equal(applyNodeEdits(text, added), '---\nlicense: mits # ours\ntags: [a]\n---\n# license: mits\n');
});

test('the JSON of older versions is read, and said to be old', () => {
  const text = JSON.stringify({ default: {
    description: 'x', features: { a: { dtype: 'string', _type: 'Value' }, b: { _type: 'Value' }, c: [{ d: { dtype: 'int32', _type: 'Valeu' } }] },
    splits: { train: { name: 'train', num_bytes: -1, num_examples: 3 } },
  } });
  assert.equal(card.recognises?.(text, 'dataset_infos.json'), true);
  assert.equal(card.recognises?.('{ "mine": { "file_name": "a.json", "splits": 1 } }', 'dataset_info.json'), false);
  assert.deepEqual(complaintsOf(card, text, 'dataset_infos.json'), [
    ['{', '‘dataset_infos.json’ is read by old versions only; its content now stands under ‘dataset_info’ in the card, ‘README.md’', 'deprecated'],
    ['"b"', '‘dtype’ is missing here and has to be given'],
    ['"Valeu"', '“Valeu” is no type of a feature; did you mean “Value”?'],
    ['-1', '‘num_bytes’ should be a number that is not negative'],
  ]);
});

test('no text makes the reader throw', () => {
  survivesMutation(card, [[`---\n${CLEAN}---\n# Title\n`, 'README.md'], ['{ "default": { "features": { "a": { "_type": "Value" } }, "splits": { "train": { "num_bytes": 1 } } } }', 'dataset_infos.json']]);
});

test('an editor is offered the keys and terms of a card', () => {
  const text = '---\nconfigs:\n- config_name: a\n  data_files:\n  - split: \nlicense: \n---\n# configs:\n';
  const at = (words: string): ReturnType<typeof cursorAt> => cursorAt(text, 'README.md', text.indexOf(words) + words.length);
  const { guide } = card;
  assert.deepEqual(at('split: ').path, ['configs', 0, 'data_files', 0, 'split']);
  assert.deepEqual(guide?.values(at('split: ').path, 'README.md'), ['train', 'validation', 'test']);
  assert.ok(guide?.values(at('license: ').path, 'README.md').includes('cc-by-4.0'));
  assert.deepEqual(guide?.properties(['configs', 0, 'data_files', 0], 'README.md').map(({ name, type }) => [name, type]), [['split', 'text'], ['path', 'list']]);
  assert.ok(guide?.values(['dataset_info', 'features', 0, 'dtype'], 'README.md').includes('int64'));
});
