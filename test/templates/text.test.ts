import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { renderText } from '../../server/src/scaffold/text/render.ts';
import type { Value } from '../../server/src/scaffold/text/values.ts';

const column = (name: string, id: string): Value => ({ fields: { name, id: { word: id }, kind: { word: 'number' } } });
const fields: Readonly<Record<string, Value>> = {
  name: 'O\'Neil "quoted"', count: 3, yes: true, no: false, task: { word: 'regression' }, none: { absent: true },
  columns: [column('a b', 'aB'), column('年龄', '年龄')], empty: [], target: column('t', 't'),
};
const rendered = (source: string): string | undefined => {
  const outcome = renderText('f.tmpl', source, { fields });
  return outcome.reasons === undefined ? outcome.value : undefined;
};
const reasons = (source: string): string[] => {
  const outcome = renderText('f.tmpl', source, { fields });
  return (outcome.reasons ?? []).map(reason => `${reason.where} ${reason.message.template}`);
};

test('values are written by filters that know the language around them', () => {
  assert.equal(rendered('{{name | json}}'), '"O\'Neil \\"quoted\\""');
  assert.equal(rendered('{{name | string}}'), '\'O\\\'Neil "quoted"\'');
  assert.equal(rendered('{{name | package}} {{name | identifier}}'), 'o-neil-quoted oNeilQuoted');
  assert.equal(rendered('{{count}} {{yes}} {{task}} {{target.id}}'), '3 true regression t');
  assert.equal(rendered('{{columns | names | json}} {{columns | ids | json}} {{columns | count}}'), '["a b","年龄"] ["aB","年龄"] 2');
});

test('conditions choose, and loops repeat', () => {
  assert.equal(rendered('{{#if task is regression}}a{{else}}b{{/if}}{{#if task is not regression}}c{{/if}}{{#if not yes}}d{{/if}}'), 'a');
  assert.equal(rendered('{{#if none}}a{{/if}}{{#if none is x}}b{{/if}}{{#if not none}}c{{/if}}'), 'c');
  assert.equal(rendered('{{#if empty}}d{{/if}}{{#if columns}}e{{/if}}'), 'e');
  assert.equal(rendered('{{#each columns as c}}{{c.id}}{{#if last}}.{{else}}, {{/if}}{{/each}}'), 'aB, 年龄.');
});

test('a block tag alone on its line leaves no line behind', () => {
  assert.equal(rendered('a\n{{#if yes}}\n  b\n  {{/if}}\nc\n{{#if no}}\nd\n{{/if}}'), 'a\n  b\nc\n');
  assert.equal(rendered('a\r\n{{#each columns as c}}\r\n{{c.id}}\r\n{{/each}}\r\nb'), 'a\r\naB\r\n年龄\r\nb');
});

test('what cannot be filled is a reason with its line, and never a blank', () => {
  assert.deepEqual(reasons('\n{{typo}}\n{{target.typo}}'), ['f.tmpl:2 {0} has no value', 'f.tmpl:3 {0} has no value']);
  assert.deepEqual(reasons('{{name}}'), ['f.tmpl:1 {0} is free text and needs a filter that says how it is written here']);
  assert.deepEqual(reasons('{{none}}'), ['f.tmpl:1 {0} is not a single value']);
  assert.deepEqual(reasons('{{target | json}}'), ['f.tmpl:1 The filter {0} cannot write {1}']);
  assert.deepEqual(reasons('{{name | nofilter}}'), ['f.tmpl:1 The filter {0} cannot write {1}']);
  assert.deepEqual(reasons('{{#if typo}}{{/if}}'), ['f.tmpl:1 {0} has no value']);
  assert.deepEqual(reasons('{{#if name}}{{/if}}'), ['f.tmpl:1 {0} is neither yes or no nor a list']);
  assert.deepEqual(reasons('{{#each name as n}}{{/each}}'), ['f.tmpl:1 {0} is not a list']);
});

test('broken blocks are refused where they are', () => {
  assert.deepEqual(reasons('a\n{{#if yes}}\nb'), ['f.tmpl:2 {0} is not closed']);
  assert.deepEqual(reasons('{{/if}}'), ['f.tmpl:1 {0} closes nothing that is open']);
  assert.deepEqual(reasons('{{#if yes}}{{/each}}'), ['f.tmpl:1 {0} closes nothing that is open']);
  assert.deepEqual(reasons('{{else}}'), ['f.tmpl:1 {0} does not belong to an {1}']);
  assert.deepEqual(reasons('{{#if yes}}{{else}}{{else}}{{/if}}'), ['f.tmpl:1 {0} does not belong to an {1}']);
  assert.deepEqual(reasons('{{ a b }}'), ['f.tmpl:1 {0} is no placeholder']);
});

test('any text written as JSON, TypeScript or Markdown is read back, or stays one line', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    const write = (filter: string): string => {
      const outcome = renderText('f', `{{text | ${filter}}}`, { fields: { text } });
      return outcome.reasons === undefined ? outcome.value : assert.fail(filter);
    };
    assert.equal(JSON.parse(write('json')), text);
    assert.equal(new Function(`return ${write('string')}`)(), text);
    for (const filter of ['markdown', 'code', 'comment', 'shell']) assert.doesNotMatch(write(filter), /[\r\n\u2028\u2029]/);
    assert.ok(!write('comment').includes('*/'));
    assert.match(write('package'), /^[a-z0-9][a-z0-9-]*$/);
  }));
});

test('text without tags is rendered to itself', () => {
  fc.assert(fc.property(fc.string(), text => {
    fc.pre(!text.includes('{{'));
    assert.equal(rendered(text), text);
  }));
});
