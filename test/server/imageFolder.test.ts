import { test } from 'node:test';
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckReport } from '../../server/src/protocol/messages.ts';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

test('a folder of images is checked when it is asked for, and its findings sit on the files', async () => {
  const folder = makeFolder({ 'photos/empty.jpg': '', 'photos/page.png': '<html></html>' });
  mkdirSync(join(folder.path, 'photos/a b'));
  copyFileSync('test/fixtures/images/personal.jpg', join(folder.path, 'photos/a b/1.jpg'));
  const client = await TestClient.start(folder.uri);
  const report = await client.request<CheckReport>('lintel/checkFile', { uri: `${folder.at('photos')}/` });
  assert.equal(report.rows, 3);
  const codesAt = async (file: string): Promise<readonly unknown[]> =>
    (await client.diagnostics(folder.at(file), ({ diagnostics }) => diagnostics.length > 0)).diagnostics.map(({ code }) => code);
  assert.deepEqual(await codesAt('photos/empty.jpg'), ['unreadable-image']);
  assert.deepEqual(await codesAt('photos/page.png'), ['unreadable-image']);
  assert.deepEqual(await codesAt('photos/a b/1.jpg'), ['personal-image-metadata']);
  assert.equal(await client.stop(), 0);
});
