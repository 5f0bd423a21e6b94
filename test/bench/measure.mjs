// One contender, one process: a first run, then repeats. Prints one line of JSON, times in milliseconds: CPU time is user plus system of the whole process,
// `first` what passes by the clock from the start of the process to its first answer.
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [contender, file, repeats] = process.argv.slice(2);
const { default: plugin } = await import(pathToFileURL(resolve(contender)).href);
const run = await plugin.load();
const cpu = [];
const wall = [];
let answer = await run(file);
const first = performance.now();
for (let i = 0; i < Number(repeats); i++) {
  const before = process.cpuUsage();
  const start = performance.now();
  answer = await run(file);
  wall.push(performance.now() - start);
  const used = process.cpuUsage(before);
  cpu.push((used.user + used.system) / 1000);
}
console.log(JSON.stringify({ first, cpu, wall, peakMiB: process.resourceUsage().maxRSS / 1024, answer }));
