import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver';
import { TestClient } from './harness/client.ts';

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
      const shown = new Set(diagnostics.map(({ code, range, message }) => signature(String(code), range, String(message))));
      const expected = fromCommandLine(join(folder, name));
      assert.deepEqual(expected.filter(one => !shown.has(one)), []);
      const rules = (list: readonly string[]): readonly string[] => [...new Set(list.map(one => one.split(' ')[1] ?? ''))].sort();
      assert.deepEqual(rules([...shown]), rules(expected));
      await client.stop();
    });
  }
}
