import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { type BenchmarkEvent, type BenchmarkJob, CANCEL_LINE } from '../protocol/training.ts';

/** What starting a process takes; `node:child_process` is handed in, so that this file can be part of a browser bundle. */
export interface BenchmarkProgram {
  readonly spawn: (command: string, args: readonly string[], options: SpawnOptions) => ChildProcess;
  /** Node, or Electron, which is told to be Node. */
  readonly executable: string;
  /** Path of out/bench.js. */
  readonly script: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface RunningBenchmark {
  /** Resolves when the process has ended; never rejects. */
  readonly ended: Promise<Ending>;
  /** Asks the process to stop, and ends it when it does not. */
  cancel(): void;
}

/** How the process ended. `complete`: its last word was `done`. */
export interface Ending {
  readonly complete: boolean;
  readonly cancelled: boolean;
  /** Exit code, or the signal's name. */
  readonly exit: string;
  /** The end of what it wrote to its error output, for the log. */
  readonly complaints: string;
}

/** Runs a job in a process of its own and hands on every event. Whatever becomes of the process, the events that came are the result. */
export function startBenchmark(program: BenchmarkProgram, job: BenchmarkJob, onEvent: (event: BenchmarkEvent) => void): RunningBenchmark {
  const child = program.spawn(program.executable, [program.script], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...program.environment, ELECTRON_RUN_AS_NODE: '1' },
    windowsHide: true,
  });
  const state = { complete: false, cancelled: false, complaints: '' };
  let killer: NodeJS.Timeout | undefined;
  const lines = splitLines(line => {
    const event = parseEvent(line);
    if (event?.kind === 'done') state.complete = true;
    if (event) onEvent(event);
  });
  child.stdout?.setEncoding('utf8').on('data', lines);
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { state.complaints = (state.complaints + text).slice(-4000); });
  // A process that is gone cannot be written to; its end tells the rest.
  child.stdin?.on('error', () => {});
  child.stdin?.write(`${JSON.stringify(job)}\n`);
  return {
    ended: endOf(child).then(exit => {
      clearTimeout(killer);
      return { ...state, exit };
    }),
    cancel() {
      if (state.cancelled) return;
      state.cancelled = true;
      child.stdin?.write(`${CANCEL_LINE}\n`);
      killer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    },
  };
}

/** Time the process has to stop by itself; most stop within a tenth of it. */
const PATIENCE_MS = 900;

function endOf(child: ChildProcess): Promise<string> {
  return new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('close', (code, signal) => resolve(String(signal ?? code)));
  });
}

/** Calls back for every whole line of a text that comes in pieces. */
export function splitLines(onLine: (line: string) => void): (piece: string) => void {
  let rest = '';
  return piece => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
  };
}

const KINDS: ReadonlySet<string> = new Set<BenchmarkEvent['kind']>([
  'started', 'prepared', 'unavailable', 'training', 'verified', 'epoch', 'model', 'repeat', 'importance', 'diagnosis', 'study', 'learning-point', 'pair', 'failed', 'done',
]);

/** An event of our own process, or nothing where a library wrote to the standard output. */
function parseEvent(line: string): BenchmarkEvent | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    return isEvent(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isEvent(parsed: unknown): parsed is BenchmarkEvent {
  return typeof parsed === 'object' && parsed !== null && 'kind' in parsed && typeof parsed.kind === 'string' && KINDS.has(parsed.kind);
}
