import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardOf } from '../../../server/src/engine/registry.ts';
import llamaFactory from '../../../server/src/metadata/llama-factory/standard.ts';
import { complaintsOf, survivesMutation } from '../complaints.ts';

const of = (value: object): readonly (readonly string[])[] => complaintsOf(llamaFactory, JSON.stringify(value), 'dataset_info.json');
const CLEAN = {
  identity: { file_name: 'identity.json' },
  remote: { hf_hub_url: 'someone/something', ms_hub_url: 'someone/something', split: 'train_sft', subset: 'zh', num_samples: 100 },
  folder: { file_name: 'pages', columns: { prompt: 'text' } },
  pairs: { file_name: 'pairs.jsonl', ranking: true, columns: { prompt: 'instruction', query: 'input', chosen: 'chosen', rejected: 'rejected' } },
  chat: {
    file_name: 'chat.jsonl', formatting: 'sharegpt', columns: { messages: 'messages', images: 'images' },
    tags: { role_tag: 'role', content_tag: 'content', user_tag: 'user', assistant_tag: 'assistant', system_tag: 'system' },
  },
  ranked: { file_name: 'ranked.json', formatting: 'sharegpt', ranking: true, columns: { messages: 'conversations', chosen: 'chosen', rejected: 'rejected' } },
  feedback: { file_name: 'feedback.jsonl', columns: { prompt: 'p', response: 'r', kto_tag: 'good' } },
};

test('a clean list has no complaints, and is told from other files of its name', () => {
  assert.deepEqual(of(CLEAN), []);
  assert.equal(standardOf('file:///data/dataset_info.json', JSON.stringify(CLEAN))?.id, 'llama-factory');
  assert.equal(standardOf('file:///data/dataset_info.json', '{ "builder_name": "csv", "features": {}, "splits": {} }')?.id, 'hugging-face-card');
  assert.equal(standardOf('file:///data/dataset_info.json', '{ "a": 1 }'), undefined);
});

test('what a dataset lacks or has too much of stands at its node', () => {
  const table: readonly (readonly [entry: object, ...expected: readonly (readonly string[])[]])[] = [
    [{ formatting: 'alpaca' }, ['"a"', '‘file_name’ is missing here, and so is every other place the data could come from']],
    [{ file_nam: 'x.json' }, ['"file_nam"', '‘file_nam’ means nothing to the trainer; did you mean ‘file_name’?', 'ignored']],
    [{ file_name: 5 }, ['5', '‘file_name’ should be text']],
    [{ file_name: 'x.json', formatting: 'sharegtp' }, ['"sharegtp"', '“sharegtp” is no layout; did you mean “sharegpt”?']],
    [{ file_name: 'x.json', ranking: 'yes' }, ['"yes"', '‘ranking’ should be true or false']],
    [{ file_name: 'x.json', ranking: true, columns: { prompt: 'a', chosen: 'b' } }, ['"columns"', 'A preference dataset needs the column ‘rejected’']],
    [{ hf_hub_url: 'a/b', ranking: true, columns: { prompt: 'a', chosen: 'b' } }, ['"columns"', 'A preference dataset needs the column ‘rejected’', 'recommended']],
    [{ file_name: 'x.json', columns: { prompt: 'a', chosen: 'b', rejected: 'c' } }, ['"chosen"', '‘chosen’ is only read where ‘ranking’ is true', 'ignored']],
    [{ file_name: 'x.json', formatting: 'sharegpt', columns: { messages: 'm', prompt: 'a' } }, ['"prompt"', '‘prompt’ is no column of the layout “sharegpt” and is not read', 'ignored']],
    [{ file_name: 'x.json', columns: { promt: 'a' } }, ['"promt"', '‘promt’ means nothing to the trainer; did you mean ‘prompt’?', 'ignored']],
    [{ file_name: 'x.json', columns: { system: 's' } }, ['"columns"', 'Without ‘prompt’ there is nothing to learn from: columns that are not named here are not read']],
    [{ file_name: 'x.json', tags: { role_tag: 'role' } }, ['"tags"', '‘tags’ are for conversations; the layout “alpaca” has none', 'ignored']],
    [{ file_name: 'x.json', formatting: 'sharegpt', tags: { user_tag: 'a', assistant_tag: 'a' } }, ['"a"', 'Another speaker is called “a” already']],
    [{ file_name: 'x.json', columns: { prompt: ['a'] } }, ['["a"]', '‘prompt’ should be text']],
  ];
  for (const [entry, ...expected] of table) assert.deepEqual(of({ a: entry }), expected, JSON.stringify(entry));
});

test('columns are those that have to be in the data, by the names they have there', () => {
  const { description } = llamaFactory.read(JSON.stringify(CLEAN), 'dataset_info.json');
  assert.deepEqual(description?.resources.map(({ name, paths, globs, fields }) => [name, ...paths, globs ?? false, ...fields.map(field => field.name)]), [
    ['identity', 'identity.json', false, 'instruction', 'output'], ['folder', 'pages/**', true, 'text'], ['pairs', 'pairs.jsonl', false, 'instruction', 'input', 'chosen', 'rejected'],
    ['chat', 'chat.jsonl', false, 'messages[]'], ['ranked', 'ranked.json', false, 'conversations[]', 'chosen.from', 'chosen.value', 'rejected.from', 'rejected.value'],
    ['feedback', 'feedback.jsonl', false, 'p', 'r', 'good'],
  ]);
});

test('no text makes the reader throw', () => {
  survivesMutation(llamaFactory, [[JSON.stringify(CLEAN, null, 1), 'dataset_info.json']]);
});
