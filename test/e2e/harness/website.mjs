// How an extension reaches a workbench that is no remote window: by http, as on vscode.dev. VS Code lets an extension start workers
// only when it came that way, so the web kind of run takes it, and not the one through VS Code's server.
import { extname, resolve, sep } from 'node:path';
import { readFile } from 'node:fs/promises';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.wasm': 'application/wasm', '.css': 'text/css', '.png': 'image/png' };
// Below the address of the workbench itself: its security policy allows no other one without https.
const prefix = '/extension-under-development';

/**
 * Makes the workbench of a browser load an extension and its tests by http.
 * @param {import('playwright-core').BrowserContext} context
 * @param {{ authority: string, extension: string, tests: string }} site host and port of the workbench, folder, path of the test entry in it
 */
export async function developByHttp(context, { authority, extension, tests }) {
  const place = path => ({ scheme: 'http', authority, path: `${prefix}${path}` });
  const developmentOptions = { extensions: [place('')], extensionTestsPath: place(tests) };
  await context.route(({ pathname }) => pathname.startsWith(`${prefix}/`), route => serve(route, extension));
  await context.route(({ pathname, search }) => pathname === '/' && search.includes('folder='), async route => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withSettings(await response.text(), { developmentOptions }) });
  });
}

async function serve(route, folder) {
  const path = resolve(folder, `.${decodeURIComponent(new URL(route.request().url()).pathname).slice(prefix.length)}`);
  const body = path.startsWith(`${folder}${sep}`) ? await readFile(path).catch(() => undefined) : undefined;
  if (!body) return route.fulfill({ status: 404 });
  return route.fulfill({ body, contentType: types[extname(path)] ?? 'application/octet-stream', headers: { 'access-control-allow-origin': '*' } });
}

/** Adds to the settings that the page carries for the workbench. */
function withSettings(html, added) {
  const found = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/.exec(html);
  if (!found) throw new Error('the page of the workbench carries no settings');
  const settings = JSON.parse(found[2].replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  const text = JSON.stringify({ ...settings, ...added }).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return html.replace(found[0], () => `${found[1]}${text}"`);
}
