import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { filesBelow } from '../harness/sources.ts';

/** What one thing is called in Chinese, after GB/T 35273 and GB/T 45574, and the words for it that would make a reader think of another thing. */
const TERMS: readonly { readonly not: RegExp; readonly but: string; readonly where: (path: string) => boolean; readonly unless?: RegExp }[] = [
  // European law has a term of its own.
  { not: /个人数据/, but: '个人信息', where: path => !/profiles\/(?:gdpr|eu-ai-act)/.test(path), unless: /\(c\) 个人数据的类别/ },
  { not: /注解|注释/, but: '标注', where: path => /rules\/(?:privacy|annotation|balance)\//.test(path) },
];

const files = ['server/src', 'docs', 'l10n', 'templates'].flatMap(root => filesBelow(root, ['zh-cn.json', 'zh-cn.md']));

for (const { not, but, where, unless } of TERMS) {
  test(`in Chinese it is called ${but} everywhere`, () => {
    const strays = files.filter(where).flatMap(path => readFileSync(path, 'utf8').split('\n').flatMap((line, i) => (
      not.test(line) && unless?.test(line) !== true ? [`${path}:${i + 1}`] : [])));
    assert.deepEqual(strays, []);
  });
}
