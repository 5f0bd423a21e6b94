// How the results of one table are shown, and what the issue asks of them.
import { statSync } from 'node:fs';

/** The least ratios by CPU time, warm, in one run: how many times as long a peer takes as what is ours. */
const GOALS = [
  ['Lintel profile', 'DuckDB SUMMARIZE, 1 thread', 6], ['Lintel check', 'DuckDB SUMMARIZE, 1 thread', 4], ['Lintel profile', 'PapaParse, streamed', 6],
  ['Lintel profile', 'uDSV, streamed, typed', 6], ['Lintel profile', 'pandas read + describe', 30],
];
/** What two threads are worth by the clock. */
const TOGETHER = 1.6;

/** Prints results, fastest first, and the ratios that were promised. */
export function printTable(rows, file, { title, repeats, cold }) {
  const megabytes = statSync(file).size / 1e6;
  const named = name => rows.find(row => row.name === name);
  const [read, profile] = [named('plain read of the file'), named('Lintel profile')];
  console.log(`\n${file.split(/[\\/]/).pop()}: ${megabytes.toFixed(0)} MB, ${title}; warm: median of ${repeats}; first: a process from its start, ${cold ? 'file on disk' : 'file in the cache'}; Node ${process.version}\n`);
  console.log('| contender | CPU ms | best | clock ms | first, clock ms | MB per CPU s | peak MiB | x plain read | x Lintel profile |');
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|');
  for (const row of [...rows].sort((a, b) => a.cpu - b.cpu)) {
    const ratios = [read, profile].map(base => (base ? (row.cpu / base.cpu).toFixed(2) : ''));
    const cells = [row.name, ...[row.cpu, row.best, row.wall, row.first, megabytes / row.cpu * 1000, row.peakMiB].map(number => number.toFixed(0)), ...ratios];
    console.log(`| ${cells.join(' | ')} |`);
  }
  console.log();
  for (const [ours, theirs, goal] of GOALS) printRatio(named(theirs)?.cpu, named(ours)?.cpu, `${ours} against ${theirs}, CPU`, goal);
  printRatio(named('Lintel check')?.first, named('Lintel check, 2 threads')?.first, 'two threads against one, first run of a process, clock');
}

/** Prints what two threads took and one, measured in turns. */
export function printThreads({ one, two }) {
  printRatio(median(one), median(two), `two threads (${median(two).toFixed(0)} ms) against one (${median(one).toFixed(0)} ms), in turns, clock`, TOGETHER);
}

export function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

function printRatio(slow, fast, what, goal) {
  if (slow === undefined || fast === undefined) return;
  console.log(`${what}: ${(slow / fast).toFixed(2)}x${goal === undefined ? '' : ` (goal ${goal}x)`}`);
}
