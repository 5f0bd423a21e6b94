import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Diagnostic } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';
import { makeFolder } from './harness/folder.ts';

interface CliFinding {
  readonly rule: string;
  readonly message: string;
  readonly range: Diagnostic['range'];
}

/** What identifies a finding to a person: rule, place and words. */
const signature = (rule: string, { start, end }: Diagnostic['range'], message: string): string =>
  `${start.line}:${start.character}-${end.line}:${end.character} ${rule} ${message}`;

function fromCommandLine(path: string): readonly string[] {
  const { stdout } = spawnSync(process.execPath, [resolve('out/cli.js'), 'check', path, '--format', 'json', '--lang', 'en'], { encoding: 'utf8', maxBuffer: 1e8 });
  const [file]: readonly { readonly findings: readonly CliFinding[] }[] = JSON.parse(stdout).files;
  return (file?.findings ?? []).map(({ rule, range, message }) => signature(rule, range, message)).sort();
}

for (const example of readdirSync('examples', { withFileTypes: true }).filter(entry => entry.isDirectory())) {
  for (const name of readdirSync(join('examples', example.name)).filter(file => file.endsWith('.csv'))) {
    test(`${name}: every finding of the command line is in the editor, with the same words at the same place`, async () => {
      const folder = resolve('examples', example.name);
      const client = await TestClient.start(pathToFileURL(folder).href);
      const uri = pathToFileURL(join(folder, name)).href;
      client.open(uri, readFileSync(join(folder, basename(name)), 'utf8'));
      const { diagnostics } = await client.diagnostics(uri);
      assertSame(diagnostics, fromCommandLine(join(folder, name)));
      await client.stop();
    });
  }
}

/** Each finding of the command line is among those of the editor, which shows some at several places. */
function assertSame(diagnostics: readonly Diagnostic[], expected: readonly string[]): void {
  const shown = new Set(diagnostics.map(({ code, range, message }) => signature(String(code), range, String(message))));
  assert.deepEqual(expected.filter(one => !shown.has(one)), []);
  const rules = (list: readonly string[]): readonly string[] => [...new Set(list.map(one => one.split(' ')[1] ?? ''))].sort();
  assert.deepEqual(rules([...shown]), rules(expected));
}

const ROWS = Array.from({ length: 300 }, (_, i) => ({
  id: i, city: ['Berlin', 'Paris', '北京'][i % 3] ?? '', price: i === 77 ? 'abc' : String((i * 37 % 1000) / 8), day: i === 99 ? '2024-13-45' : `2024-0${1 + i % 9}-1${i % 9}`,
}));
const CSV = `id,city,price,day\n${[...ROWS, ROWS[5]].map(row => Object.values(row ?? {}).join(',')).join('\n')}\n`;
const JSONL = [...ROWS.map((row, i) => ({ ...row, ...(i % 50 === 7 && { price: i }) })).map(row => JSON.stringify(row)), '{"id": 1, "id": 2, "city": NaN}', '{"id": ', ''].join('\n');

const FILES: Readonly<Record<string, string | Uint8Array>> = {
  'plain.csv': CSV, 'plain.jsonl': JSONL, 'packed.csv.gz': gzipSync(CSV), 'packed.jsonl.gz': gzipSync(JSONL), 'cut.csv.gz': gzipSync(CSV).subarray(0, -300),
  'utf16.csv': Buffer.from(`\ufeff${CSV}`, 'utf16le'), 'gbk.csv': Buffer.from(CSV.replaceAll('北京', '\xb1\xb1\xbe\xa9'), 'latin1'),
  'table.parquet': readFileSync('test/fixtures/parquet/groups.parquet'), 'damaged.parquet': readFileSync('test/fixtures/parquet/groups.parquet').subarray(0, 4000),
};

for (const [name, content] of Object.entries(FILES)) {
  test(`${name}: the same closed in the editor as on the command line`, async () => {
    const folder = makeFolder({ [name]: content });
    const client = await TestClient.start(folder.uri);
    await client.request('lintel/checkFile', { uri: folder.at(name) });
    const expected = fromCommandLine(join(folder.path, name));
    const { diagnostics } = await client.diagnostics(folder.at(name), published => expected.length === 0 || published.diagnostics.length > 0);
    assert.ok(expected.length > 0 || name === 'table.parquet', 'there is something to compare');
    assertSame(diagnostics, expected);
    await client.stop();
  });
}
