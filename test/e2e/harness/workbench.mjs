// Opens VS Code's workbench in headless Chromium.
import { chromium } from 'playwright-core';
import { appendFileSync, mkdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { developByHttp } from './website.mjs';

const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--disable-features=LocalNetworkAccessChecks'];

/** @param {string} executablePath a Chromium-based browser */
export function launchBrowser(executablePath) {
  return chromium.launch({ executablePath, args: flags });
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {object} options
 * @param {{ url: string, authority: string }} options.server
 * @param {string} options.folder workspace folder
 * @param {string} options.results folder that gets the page's console
 * @param {string} [options.extension] folder of an extension under development
 * @param {string} [options.tests] bundled test entry, run in the extension host
 * @param {boolean} [options.web] run the extension's `browser` entry in the web worker host
 * @param {boolean} [options.highContrast] the screen is in high contrast, which VS Code follows
 * @param {string} [options.locale] display language of the extension, e.g. 'zh-cn'; the rest of the screen stays English
 * @returns {Promise<{ page: import('playwright-core').Page, exit: Promise<number>, close: () => Promise<void> }>}
 *   `exit`: what the test entry ended with, once it did
 */
export async function openWorkbench(browser, { server, folder, results, extension, tests, web = false, locale, highContrast = false }) {
  mkdirSync(results, { recursive: true });
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...(highContrast && { forcedColors: 'active', colorScheme: 'dark' }) });
  if (locale) await context.addInitScript(speak, locale);
  const page = await context.newPage();
  const write = (kind, text) => appendFileSync(join(results, 'page.log'), `${new Date().toISOString()} [${kind}] ${text}\n`);
  page.on('console', message => write(message.type(), message.text()));
  page.on('pageerror', error => write('pageerror', error.stack ?? String(error)));
  const exit = new Promise(resolve => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (kind, words) => write(`host ${kind}`, words.map(String).join(' ')));
  if (web) await developByHttp(context, { authority: server.authority, extension, tests: `/${relative(extension, tests).replaceAll(sep, '/')}` });
  await page.goto(addressOf({ server, folder, ...(web ? {} : { extension, tests }) }), { timeout: 60_000 });
  return { page, exit, close: () => context.close() };
}

/** Runs in the page. Language packs come from a marketplace only, so VS Code is told that it has one. */
function speak(locale) {
  Object.defineProperty(globalThis, '_VSCODE_NLS_LANGUAGE', { get: () => locale, set: () => undefined });
}

function addressOf({ server, folder, extension, tests }) {
  const remote = path => `vscode-remote://${server.authority}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  return `${server.url}&folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}
