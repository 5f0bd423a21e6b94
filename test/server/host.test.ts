import { test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtemp, mkdir, readFile, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Files } from '../../server/src/core/host.ts';
import { nodeFiles } from '../../server/src/host/node/files.ts';
import { clientFiles } from '../../server/src/host/web/clientFiles.ts';

const uriOf = (...parts: readonly string[]): string => pathToFileURL(join(...parts)).href;

async function workspace(): Promise<{ readonly root: string; readonly outside: string }> {
  const base = await mkdtemp(join(tmpdir(), 'lintel-host-'));
  const [root, outside] = [join(base, 'w'), join(base, 'secret')];
  await Promise.all([mkdir(root), mkdir(outside)]);
  await writeFile(join(outside, 'passwd'), 'root');
  await writeFile(join(root, 'a.csv'), 'a,b\n1,2\n', { mode: 0o640 });
  return { root, outside };
}

function allow(root: string, mayWrite = true): Files {
  return nodeFiles({ roots: () => [uriOf(root)], consented: () => false, mayWrite: () => mayWrite });
}

test('files are read in ranges; folders, missing files and other schemes are refused in words', async () => {
  const { root } = await workspace();
  const files = allow(root);
  const file = await files.open(uriOf(root, 'a.csv'));
  assert.ok(!('refused' in file));
  const target = new Uint8Array(3);
  assert.equal(await file.read(target, 4), 3);
  assert.equal(new TextDecoder().decode(target), '1,2');
  assert.equal(await file.read(target, 8), 0);
  await file.close();
  const uris = [uriOf(root), uriOf(root, 'none.csv'), 'untitled:a.csv', uriOf(root, 'no', 'such', 'x.csv')];
  const refusals = await Promise.all(uris.map(uri => files.open(uri)));
  assert.deepEqual(refusals.map(each => ('refused' in each ? each.refused : 'opened')), ['not-a-file', 'missing', 'unreadable', 'missing']);
});

test('nothing outside of the workspace is touched, by `..` or by a link', async () => {
  const { root, outside } = await workspace();
  await symlink(outside, join(root, 'link'), 'junction');
  const files = allow(root);
  const ways = [`${uriOf(root)}/../secret/passwd`, `${uriOf(root)}/%2e%2e/secret/passwd`];
  for (const uri of [...ways, uriOf(outside, 'passwd'), uriOf(root, 'link', 'passwd')]) {
    for (const answer of [await files.open(uri), await files.stat(uri), await files.write(uri, new Uint8Array())]) {
      assert.ok(answer && 'refused' in answer && answer.refused === 'outside-workspace', uri);
    }
  }
  assert.equal(await readFile(join(outside, 'passwd'), 'utf8'), 'root');
});

test('a write replaces the file in one step, keeps its permissions and leaves nothing behind', async () => {
  const { root } = await workspace();
  assert.equal(await allow(root).write(uriOf(root, 'a.csv'), new TextEncoder().encode('new')), undefined);
  assert.equal(await readFile(join(root, 'a.csv'), 'utf8'), 'new');
  if (process.platform !== 'win32') assert.equal((await stat(join(root, 'a.csv'))).mode & 0o777, 0o640);
  assert.deepEqual(await readdir(root), ['a.csv']);
  const refused = await allow(root, false).write(uriOf(root, 'b.csv'), new Uint8Array());
  assert.equal(refused?.refused, 'untrusted');
});

test('a file that changed since it was read is not replaced, nor one whose new bytes fail half way', async () => {
  const { root } = await workspace();
  const files = allow(root);
  const uri = uriOf(root, 'a.csv');
  const facts = await files.stat(uri);
  assert.ok(!('refused' in facts));
  const produce = async (sink: { write(bytes: Uint8Array): Promise<void> }): Promise<undefined> => void await sink.write(new TextEncoder().encode('new'));
  assert.deepEqual(await files.replace(uri, { ...facts, size: facts.size + 1 }, produce), { refused: 'changed', detail: 'size or time differ' });
  const meddled = await files.replace(uri, facts, async sink => {
    await produce(sink);
    await writeFile(join(root, 'a.csv'), 'somebody else');
    return undefined;
  });
  assert.ok(meddled && meddled.refused === 'changed');
  assert.equal(await readFile(join(root, 'a.csv'), 'utf8'), 'somebody else');
  const now = await files.stat(uri);
  assert.ok(!('refused' in now));
  assert.ok((await files.replace(uri, now, async () => { throw new Error('half way'); }))?.refused);
  assert.ok((await allow(root, false).replace(uri, now, produce))?.refused === 'untrusted');
  assert.equal(await files.replace(uri, now, produce), undefined);
  assert.equal(await readFile(join(root, 'a.csv'), 'utf8'), 'new');
  assert.equal((await stat(join(root, 'a.csv'))).mode & 0o777, 0o640);
  assert.deepEqual(await readdir(root), ['a.csv']);
});

test('a new file appears whole or not at all, and takes the place of another only where that is asked for', async () => {
  const { root } = await workspace();
  const files = allow(root);
  const fresh = uriOf(root, 'new.csv');
  const produce = async (sink: { write(bytes: Uint8Array): Promise<void> }): Promise<undefined> => {
    await sink.write(new TextEncoder().encode('one '));
    assert.deepEqual((await readdir(root)).filter(name => name === 'new.csv'), []);
    await sink.write(new TextEncoder().encode('two'));
    return undefined;
  };
  assert.equal(await files.create(fresh, produce, false), undefined);
  assert.equal(await readFile(join(root, 'new.csv'), 'utf8'), 'one two');
  assert.equal((await files.create(uriOf(root, 'a.csv'), produce, false))?.refused, 'exists');
  assert.ok((await files.create(uriOf(root, 'b.csv'), async () => { throw new Error('half way'); }, false))?.refused);
  assert.equal((await files.create(uriOf(root, 'b.csv'), async () => ({ refused: 'unencodable', detail: '' }), false))?.refused, 'unencodable');
  assert.equal((await files.create(uriOf(root, '..', 'b.csv'), produce, false))?.refused, 'outside-workspace');
  assert.equal((await allow(root, false).create(uriOf(root, 'b.csv'), produce, false))?.refused, 'untrusted');
  const raced = await files.create(uriOf(root, 'c.csv'), async sink => { await writeFile(join(root, 'c.csv'), 'somebody else'); await sink.write(new Uint8Array(1)); return undefined; }, false);
  assert.equal(raced?.refused, 'exists');
  assert.equal(await readFile(join(root, 'c.csv'), 'utf8'), 'somebody else');
  assert.equal(await files.create(uriOf(root, 'a.csv'), async sink => void await sink.write(new TextEncoder().encode('over')), true), undefined);
  assert.equal(await readFile(join(root, 'a.csv'), 'utf8'), 'over');
  assert.deepEqual((await readdir(root)).sort(), ['a.csv', 'c.csv', 'new.csv']);
});

test('without a disk, files come from the client, up to 100 MB', async () => {
  const sizes: Readonly<Record<string, number>> = { 'memfs:/a.csv': 4, 'memfs:/big.csv': 100 * 1024 * 1024 + 1 };
  const files = clientFiles((method, { uri }) => {
    const size = sizes[uri];
    const answers = {
      'lintel/fs/stat': size === undefined ? null : { kind: 'file' as const, size, modified: 0 },
      'lintel/fs/read': { base64: Buffer.from('a,b\n').toString('base64') },
      'lintel/fs/list': null,
    };
    return Promise.resolve(answers[method]);
  });
  const file = await files.open('memfs:/a.csv');
  assert.ok(!('refused' in file));
  const target = new Uint8Array(9);
  assert.equal(await file.read(target, 1), 3);
  const refusals = [await files.open('memfs:/big.csv'), await files.open('memfs:/none.csv'), await files.list('memfs:/x')];
  assert.deepEqual(refusals.map(each => ('refused' in each ? each.refused : 'opened')), ['too-big', 'missing', 'missing']);
});
