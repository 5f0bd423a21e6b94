import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inputSchema } from '../../server/src/assistant/tool.ts';
import { tools } from '../../server/src/assistant/tools.ts';

interface Contribution {
  readonly name: string;
  readonly modelDescription: string;
  readonly inputSchema: object;
}

test('the manifest offers the tools of assistants as they are', () => {
  const manifest: { readonly contributes: { readonly languageModelTools: readonly Contribution[] } } = JSON.parse(readFileSync('package.json', 'utf8'));
  const offered = manifest.contributes.languageModelTools.map(({ name, modelDescription, inputSchema: schema }) => ({ name, modelDescription, schema }));
  assert.deepEqual(offered, tools.map(tool => ({ name: tool.name, modelDescription: tool.description, schema: inputSchema(tool) })));
});
