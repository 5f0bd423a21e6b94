import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly l10n: string;
  readonly keywords: readonly string[];
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string; readonly submenu?: string }[]>>;
    readonly configuration: readonly { readonly properties: Readonly<Record<string, Setting>> }[];
    readonly jsonValidation: readonly { readonly url: string }[];
    readonly yamlValidation: readonly { readonly url: string }[];
    readonly languages: readonly { readonly configuration: string }[];
  };
}

interface Setting {
  readonly scope: string;
  readonly order: number;
  readonly markdownDescription: string;
  readonly default: unknown;
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { commands, menus, configuration, languages } = manifest.contributes;
const files = readdirSync('client/src/commands').filter(file => !/^command\.ts$|\.generated\.ts$/.test(file)).map(file => file.replace(/\.ts$/, ''));

test('the palette has one command for each file of the commands folder', () => {
  assert.deepEqual(commands.map(({ command }) => command).sort(), files.map(file => `lintel.${file}`).sort());
});

test('a command has the id its file is named after', () => {
  for (const file of files) assert.match(readFileSync(`client/src/commands/${file}.ts`, 'utf8'), new RegExp(`id: 'lintel\\.${file}'`), file);
});

test('all commands are of one category, and menus name commands there are', () => {
  const ids = new Set(commands.map(({ command }) => command));
  assert.deepEqual([...new Set(commands.map(({ category }) => category))], ['Lintel']);
  for (const { command } of Object.values(menus).flat()) if (command !== undefined) assert.ok(ids.has(command), command);
});

test('nothing is activated by every start, nor without datasets', () => {
  const known = /^(onLanguage:|workspaceContains:\*\*\/(.*datapackage|lintel\.config)|onUri$|onWebviewPanel:lintel\.)/;
  assert.deepEqual(manifest.activationEvents.filter(event => !known.test(event)), []);
});

test('every setting has a scope, a place in its group, a default and a description in Markdown', () => {
  for (const [name, setting] of configuration.flatMap(({ properties }) => Object.entries(properties))) {
    assert.match(name, /^lintel\./);
    assert.match(setting.scope, /^(window|resource|machine-overridable)$/, name);
    assert.equal(typeof setting.order, 'number', name);
    assert.match(setting.markdownDescription, /^%setting\..+%$/, name);
    assert.ok('default' in setting, name);
  }
});

test('the icon is a PNG of 256 by 256 pixels', () => {
  const bytes = readFileSync(manifest.icon);
  assert.deepEqual([...bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [256, 256]);
});

test('files the manifest names are there, and keywords are at most thirty', () => {
  for (const { configuration: file } of languages) assert.ok(existsSync(file), file);
  for (const { url } of [...manifest.contributes.jsonValidation, ...manifest.contributes.yamlValidation]) assert.ok(existsSync(url), url);
  assert.ok(existsSync(manifest.l10n));
  assert.ok(manifest.keywords.length <= 30);
});
