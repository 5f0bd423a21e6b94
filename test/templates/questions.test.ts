import assert from 'node:assert/strict';
import test from 'node:test';
import { check, complete, factsOf, isRefused, parseAnswer, prompts, render } from '../../server/src/scaffold/main.ts';
import type { Answers, DatasetFacts } from '../../server/src/scaffold/main.ts';
import { columns, exampleFacts } from './support/describe.ts';
import { must, template } from './support/project.ts';

const loaded = await template('tabular-tfjs');
const example = (name: string): DatasetFacts => exampleFacts(`examples/${name}/datapackage.json`, '/project');
const completed = (facts: DatasetFacts, given: Answers = {}): Answers => complete(loaded.template, facts, given);
const wrong = (facts: DatasetFacts, given: Answers): string[] =>
  check(loaded.template, facts, complete(loaded.template, facts, given)).map(reason => `${reason.where}: ${reason.message.template}`);

test('defaults come from the description', () => {
  const weather = completed(example('seattle-weather'));
  const { target, task, split, time } = weather;
  assert.deepEqual([target, task, split, time], ['weather', 'classification', 'time', 'date']);
  assert.deepEqual(weather['features'], ['precipitation', 'temp_max', 'temp_min', 'wind']);
  const gapminder = completed(example('gapminder'));
  assert.deepEqual([gapminder['task'], gapminder['split'], gapminder['group']], ['regression', 'group', 'country']);
  const names = ['penguins', 'seattle-weather', 'birdstrikes', 'gapminder', 'customers'];
  for (const name of names) assert.deepEqual(wrong(example(name), {}), [], name);
});

test('personal, ignored and key columns are not proposed', () => {
  const { features: _, ...undescribed } = example('customers');
  assert.deepEqual(completed(undescribed)['features'], ['city', 'plan', 'support_calls', 'monthly_spend']);
});

test('later questions follow from earlier answers', () => {
  const facts = example('gapminder');
  const asked = (given: Answers): string[] => prompts(loaded.template, facts, given).map(prompt => prompt.question.id);
  assert.ok(asked({}).includes('group'));
  assert.ok(!asked({ split: 'random' }).includes('group'));
  assert.equal(completed(facts, { target: 'country' })['task'], 'classification');
  const split = prompts(loaded.template, facts, { task: 'classification' }).find(prompt => prompt.question.id === 'split');
  assert.deepEqual(split?.choices.map(choice => choice.value), ['stratified', 'group', 'time']);
  const features = prompts(loaded.template, facts, {}).find(prompt => prompt.question.id === 'features');
  assert.deepEqual(features?.columns.map(column => column.name), ['year', 'cluster', 'pop', 'fertility']);
  assert.equal(completed(facts, { split: 'random', group: 'country' })['group'], undefined);
});

test('without a description of the task, the last column decides', () => {
  const facts = factsOf(columns({ a: 'number', b: 'string', when: 'date', c: 'integer' }), 'made.csv');
  const answers = completed(facts);
  assert.deepEqual([answers['target'], answers['task'], answers['split']], ['c', 'regression', 'random']);
  assert.deepEqual(answers['features'], ['a', 'b']);
});

test('what to learn concerns the resource that has the target', () => {
  const orders = exampleFacts('examples/customers/datapackage.json', '/project', 1);
  assert.equal(orders.target, undefined);
  const answers = completed(orders, { target: '金额（元）' });
  assert.deepEqual([answers['task'], answers['split']], ['regression', 'random']);
  assert.deepEqual(answers['features'], ['商品类别', '数量', '支付方式', '备注'], 'a key that leads to another table is no feature');
});

test('of two columns with one name none can be used', () => {
  const twice = columns({ a: 'number', b: 'number', y: 'number' });
  const [resource = assert.fail()] = twice.resources;
  const fields = [...resource.fields, ...resource.fields.slice(0, 1)];
  const facts = factsOf({ ...twice, resources: [{ ...resource, fields }] }, 'made.csv');
  assert.deepEqual(completed(facts, { target: 'y' })['features'], ['b']);
});

test('tabs separate what is called .tsv, and a described dialect and encoding hold', () => {
  assert.equal(factsOf(columns({ a: 'number' }), 'a.TSV').delimiter, '\t');
  const [resource = assert.fail()] = columns({ a: 'number' }).resources;
  const facts = factsOf({ resources: [{ ...resource, dialect: { delimiter: ';' }, encoding: 'gb18030' }] }, 'a.tsv');
  assert.deepEqual([facts.delimiter, facts.encoding], [';', 'gb18030']);
});

test('answers that cannot be are named at their question', () => {
  const facts = example('penguins');
  assert.deepEqual(wrong(facts, { name: ' ' }), ['name: Some text is needed']);
  assert.deepEqual(wrong(facts, { name: 'a\nb' }), ['name: Line breaks and control characters are not possible here']);
  assert.deepEqual(wrong(facts, { name: 'a'.repeat(101) }), ['name: At most {0}']);
  assert.deepEqual(wrong(facts, { seed: 1.5 }), ['seed: A whole number is needed']);
  assert.deepEqual(wrong(facts, { seed: -1 }), ['seed: At least {0}']);
  assert.deepEqual(wrong(facts, { testShare: 0.9 }), ['testShare: At most {0}']);
  assert.deepEqual(wrong(facts, { testShare: 'much' }), ['testShare: A number is needed']);
  assert.deepEqual(wrong(facts, { dropDuplicates: 'yes' }), ['dropDuplicates: Answer yes or no']);
  assert.deepEqual(wrong(facts, { split: 'random' }), ['split: Choose one of {0}']);
  assert.deepEqual(wrong(facts, { features: [] }), ['features: At least one column is needed']);
  assert.deepEqual(wrong(facts, { features: ['Sex', 'Sex'] }), ['features: A column is named twice']);
  assert.deepEqual(wrong(facts, { features: ['sex'] }), ['features: The dataset has no column {0}']);
  assert.match(String(wrong(facts, { features: ['Species'] })), /features: The column \{0\} cannot be used/);
  assert.deepEqual(wrong(facts, { colour: 'red' }), ['colour: This template has no question {0}']);
  assert.deepEqual(wrong(factsOf({ resources: [] }, 'x.csv'), {}), ['target: An answer is needed', 'features: An answer is needed']);
});

test('wrong answers render nothing', () => {
  const outcome = render(loaded, example('penguins'), { seed: -1 });
  assert.ok(isRefused(outcome));
});

test('answers are read from text', () => {
  const question = (id: string) => loaded.template.questions.find(candidate => candidate.id === id) ?? assert.fail(id);
  assert.equal(must(parseAnswer(question('seed'), '7')), 7);
  assert.equal(must(parseAnswer(question('dropDuplicates'), 'false')), false);
  assert.deepEqual(must(parseAnswer(question('features'), 'a, b')), ['a', 'b']);
  assert.deepEqual(must(parseAnswer(question('features'), '["a, b"]')), ['a, b']);
  assert.equal(must(parseAnswer(question('target'), 'a, b')), 'a, b');
  assert.ok(isRefused(parseAnswer(question('seed'), 'x')));
  assert.ok(isRefused(parseAnswer(question('dropDuplicates'), 'yes')));
});
