// One thread against two, in turns in one process: what else the machine does meanwhile hits both alike. By the clock, since two threads are about time.
//   node test/bench/threads.mjs <file> <repeats>  prints one line of JSON with the milliseconds of each run
import * as bench from '../../out/bench-contenders/lintel.mjs';

const [file, repeats] = process.argv.slice(2);
const ways = { one: bench.lint, two: bench.lintTogether };
const clock = { one: [], two: [] };
for (let i = -2; i < Number(repeats); i++) {
  for (const [name, run] of Object.entries(ways)) {
    const start = performance.now();
    await run(file);
    if (i >= 0) clock[name].push(performance.now() - start);
  }
}
console.log(JSON.stringify(clock));
