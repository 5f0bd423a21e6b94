// The words at the end of npm test.

/** @typedef {{ name: string, seconds: number, passed: number, failed: number, flaky: number, skipped: number }} Layer */

/** @param {readonly Layer[]} results */
export function summary(results) {
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  return { name: 'all', seconds: sum('seconds'), passed: sum('passed'), failed: sum('failed'), flaky: sum('flaky'), skipped: sum('skipped') };
}

/** One line a layer, columns aligned. @param {readonly Layer[]} results */
export function table(results) {
  const head = ['layer', 'passed', 'failed', 'flaky', 'skipped', 'seconds'];
  const rows = [...results, summary(results)].map(row => [row.name, row.passed, row.failed, row.flaky, row.skipped, row.seconds.toFixed(1)].map(String));
  const widths = head.map((word, i) => Math.max(word.length, ...rows.map(row => row[i].length)));
  const line = cells => cells.map((cell, i) => i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])).join('  ');
  return [head, ...rows].map(line).join('\n');
}

/** @param {Layer} total */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
