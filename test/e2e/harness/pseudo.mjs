// The extension in a language that nobody speaks: English with a mark on every letter. A copy in a folder of its own, so that nothing of it is packed.
import { build } from 'esbuild';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes an extension to `target` whose client and manifest speak it; the server knows it by itself.
 * @param {string} root the extension
 * @param {string} target a folder that is there
 */
export async function speakPseudo(root, target) {
  const { PSEUDO, pseudo } = await loadPseudo(root);
  for (const name of ['package.json', 'package.nls.json', 'language-configuration.json']) await cp(join(root, name), join(target, name));
  for (const name of ['images', 'templates', 'examples']) await symlink(join(root, name), join(target, name));
  // VS Code tells by the real path of a module which extension it belongs to, so the program is no link.
  await cp(join(root, 'out'), join(target, 'out'), { recursive: true, filter: path => !/\bout[/\\](?:test|e2e|bench-|site)|\.map$/.test(path) });
  await mkdir(join(target, 'l10n'));
  const write = (path, texts) => writeFile(join(target, path), JSON.stringify(Object.fromEntries(texts.map(([key, text]) => [key, pseudo(text)]))));
  // Every text of the client is a key of its Chinese translations.
  const client = JSON.parse(await readFile(join(root, 'l10n', 'bundle.l10n.zh-cn.json'), 'utf8'));
  await write(`l10n/bundle.l10n.${PSEUDO}.json`, Object.keys(client).map(text => [text, text]));
  const manifest = JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8'));
  await write(`package.nls.${PSEUDO}.json`, Object.entries(manifest));
}

/** @returns {Promise<{ PSEUDO: string, pseudo: (text: string) => string }>} the product's own way to speak it */
export async function loadPseudo(root) {
  const { outputFiles: [file] } = await build({ entryPoints: [join(root, 'server', 'src', 'words', 'pseudo.ts')], write: false, bundle: true, format: 'esm', logLevel: 'warning' });
  return import(`data:text/javascript;base64,${Buffer.from(file.contents).toString('base64')}`);
}
