// What a person at the screen does and sees: keys, clicks, reading, a picture. Used by page-driven tests, and by tests in the
// extension host through the bridge.
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const patience = 60_000;

/**
 * @param {import('playwright-core').Page} page
 * @param {string} results folder for screenshots
 */
export function handsOf(page, results) {
  const hands = {
    /** Presses keys one after the other, each in playwright's words: 'F1', 'Control+Shift+M'. */
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: text => page.keyboard.type(text, { delay: 5 }),
    click: async (selector, options) => (await hands.find(selector)).click({ timeout: patience, ...options }),
    hover: async selector => (await hands.find(selector)).hover({ timeout: patience }),
    /** Texts of all visible elements, in every frame: webviews are frames in frames. */
    async text(selector) {
      const perFrame = await Promise.all(page.frames().map(frame => visibleTexts(frame, selector)));
      return perFrame.flat();
    },
    /** The first visible element in any frame; waits for it. */
    async find(selector) {
      let found;
      await hands.until(async () => {
        for (const frame of page.frames()) {
          const match = frame.locator(`${selector} >> visible=true`).first();
          if (await match.count().catch(() => 0) > 0) return Boolean(found = match);
        }
        return false;
      }, `${selector} to be on the screen`);
      return found;
    },
    async screenshot(name) {
      const path = join(results, `${name}.png`);
      await mkdir(dirname(path), { recursive: true });
      await page.screenshot({ path, timeout: patience });
      return path;
    },
    /** What axe finds wrong, by WCAG 2.2 A and AA, with the page that holds the selector: a webview's own, not VS Code's. */
    async violations(selector) {
      const frame = await (await hands.find(selector)).elementHandle().then(element => element.ownerFrame());
      await frame.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      return frame.evaluate(async () => {
        const { passes, violations } = await globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
        if (passes.length < 5) throw new Error(`only ${passes.length} rules of axe had something to look at`);
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`));
      });
    },
    /** Chooses a command in the palette by its title, as F1 does. */
    async command(title) {
      await hands.palette(title);
      await page.keyboard.press('Enter');
    },
    /** Opens the palette with a text in it and waits for a command with that text in its title. */
    async palette(text) {
      await hands.until(async () => {
        // The palette does not learn of extensions that arrive while it is open, so it is opened anew each time.
        await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        await (await hands.find('.quick-input-widget input')).fill(`>${text}`);
        return soon(async () => (await hands.text('.quick-input-list .monaco-list-row')).some(row => row.includes(text)), 1500);
      }, `a command with ${text} in the palette`);
    },
    /** Texts of the notifications so far. VS Code's test driver keeps them from the screen, but not from their list. */
    async notifications() {
      await hands.command('Notifications: Show Notifications');
      await hands.until(async () => (await hands.text('.notifications-center')).length > 0, 'the list of notifications', 5000);
      const texts = await hands.text('.notifications-center .notification-list-item-message');
      await page.keyboard.press('Escape');
      return texts;
    },
    /** Waits for a condition, never for a time. */
    async until(condition, description, timeout = patience) {
      const deadline = performance.now() + timeout;
      for (let wait = 20; ; wait = Math.min(wait * 1.5, 500)) {
        const value = await condition();
        if (value) return value;
        if (performance.now() > deadline) throw new Error(`waited ${timeout / 1000} s for ${description}`);
        await pause(wait);
      }
    },
  };
  return hands;
}

/** Whether a condition comes true within so long: for what is to be tried anew where it does not. */
export async function soon(condition, milliseconds) {
  for (const end = performance.now() + milliseconds; performance.now() < end; await pause(50)) {
    if (await condition()) return true;
  }
  return false;
}

async function visibleTexts(frame, selector) {
  try {
    const matches = await frame.locator(`${selector} >> visible=true`).all();
    return await Promise.all(matches.map(match => match.innerText({ timeout: 1000 })));
  } catch {
    // The frame went away, or the element was drawn anew: whoever reads waits for a condition and reads again.
    return [];
  }
}
