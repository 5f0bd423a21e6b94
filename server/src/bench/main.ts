import type { BenchmarkEvent, BenchmarkJob } from '../protocol/training.ts';
import { version } from '../../../package.json';
import { nodePorts } from './node.ts';
import { runBenchmark } from './run.ts';
import { splitLines } from './spawn.ts';

/**
 * A process of its own for one benchmark: it reads a job from its standard input, writes events to its standard output, and stops when told to by a
 * further line, by SIGTERM, or by the end of its input (whoever started it is gone).
 */
const cancellation = { cancelled: false };
const write = process.stdout.write.bind(process.stdout);
const emit = (event: BenchmarkEvent): boolean => write(`${JSON.stringify(event)}\n`);

// Libraries speak to the error output; the standard output carries events alone.
process.stdout.write = process.stderr.write.bind(process.stderr);
process.on('SIGTERM', cancel);
process.stdin.setEncoding('utf8').on('end', cancel).on('data', splitLines(receive()));

function cancel(): void {
  cancellation.cancelled = true;
}

/** The first line is the job, any further one cancels it. */
function receive(): (line: string) => void {
  let started = false;
  return line => {
    if (started) return cancel();
    started = true;
    const job: BenchmarkJob = JSON.parse(line);
    // Lets the last event out before the process ends, whatever a backend left running.
    void runBenchmark(job, nodePorts(job, __dirname, version), emit, cancellation).then(() => write('', () => process.exit(0)));
  };
}
