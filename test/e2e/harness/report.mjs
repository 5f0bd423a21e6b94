// One line a test, counts at the end, and evidence on disk where a test failed.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, flaky: number }} Counts */

/** Collects the outcome of tests and prints it as it comes. */
export function reporter(say = console.log) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, flaky: 0 };
  return {
    counts,
    passed(name, milliseconds, attempt) {
      counts.passed++;
      if (attempt > 0) counts.flaky++;
      say(`✔ ${name} (${Math.round(milliseconds)} ms)${attempt > 0 ? ` FLAKY: passed at attempt ${attempt + 1}` : ''}`);
    },
    /** A failure that is tried again does not count yet. */
    failed(name, milliseconds, attempt, error, final) {
      if (final) counts.failed++;
      say(`${final ? '✖' : '↻'} ${name} (${Math.round(milliseconds)} ms)${final ? '' : ` failed at attempt ${attempt + 1}, once more`}\n${indent(error)}`);
    },
  };
}

/** Writes what helps to understand a failure: the screen, what VS Code notified, the Problems list, the logs of server, extension host and page. */
export async function keepEvidence(folder, name, { hands, problems, server }) {
  const base = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
  await mkdir(folder, { recursive: true });
  await hands?.screenshot(base).catch(() => undefined);
  await hands?.notifications().then(texts => writeFile(join(folder, `${base}.notifications.json`), JSON.stringify(texts, undefined, 2))).catch(() => undefined);
  if (problems) await writeFile(join(folder, `${base}.problems.json`), JSON.stringify(problems, undefined, 2));
  await cp(server.log, join(folder, 'server.log')).catch(() => undefined);
  await cp(join(server.home, 'user', 'logs'), join(folder, 'logs'), { recursive: true, force: true }).catch(() => undefined);
}

function indent(text) {
  return text.split('\n').map(line => `    ${line}`).join('\n');
}
