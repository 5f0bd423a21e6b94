// Runs page-driven tests: no code of theirs in the extension host, only keys, clicks and the screen.
// A file in test/e2e/person exports a list of { name, settings?, trust?, locale?, run({ hands, page, folder }) }.
import { handsOf } from './hands.mjs';
import { keepEvidence } from './report.mjs';

/**
 * @param {{ name: string, tests: readonly PersonTest[], workspace: () => Promise<string>, results: string }} file
 * @param {Parameters<typeof import('./suites.mjs').runSuite>[1]} bed
 *
 * @typedef {object} PersonTest
 * @property {string} name
 * @property {Record<string, unknown>} [settings] the user's settings, e.g. the colour theme
 * @property {string} [locale] display language
 * @property {boolean} [highContrast] the screen is in high contrast, which VS Code follows
 * @property {(world: { hands: ReturnType<typeof handsOf>, page: import('playwright-core').Page, folder: string }) => Promise<void>} run
 */
export async function runPeople(file, bed) {
  for (const test of file.tests) {
    for (let attempt = 0; attempt <= bed.retries; attempt++) {
      if (await passes(test, attempt, file, bed)) break;
    }
  }
}

async function passes(test, attempt, { name, workspace, results }, bed) {
  const title = `${name}: ${test.name}`;
  const folder = await workspace();
  const start = performance.now();
  await bed.server.configure(test.settings ?? {});
  const bench = await bed.open({ folder, results, locale: test.locale, highContrast: test.highContrast });
  const hands = handsOf(bench.page, results);
  try {
    await hands.find('.monaco-workbench .statusbar-item');
    await test.run({ hands, page: bench.page, folder });
    bed.report.passed(title, performance.now() - start, attempt);
    return true;
  } catch (error) {
    bed.report.failed(title, performance.now() - start, attempt, error.stack ?? String(error), attempt >= bed.retries);
    await keepEvidence(results, test.name, { hands, server: bed.server });
    return false;
  } finally {
    await bench.close();
  }
}
