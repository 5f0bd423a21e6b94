// Runs one suite: a workbench with a fresh copy of a workspace, its tests in the extension host, their results through the bridge.
import { withDeadline } from '../../../scripts/vscode/server.mjs';
import { openBridge } from './bridge.mjs';
import { handsOf } from './hands.mjs';
import { keepEvidence } from './report.mjs';

const toBegin = 120_000;
const toEnd = 900_000;

/**
 * @param {{ name: string, entry: string, workspace: string, results: string }} suite
 * @param {object} bed
 * @param {(options: object) => ReturnType<typeof import('./workbench.mjs').openWorkbench>} bed.open opens VS Code with the extension
 * @param {import('../../../scripts/vscode/server.mjs').Server} bed.server
 * @param {number} bed.retries
 * @param {ReturnType<typeof import('./report.mjs').reporter>} bed.report
 */
export async function runSuite(suite, bed) {
  const signals = { begun: promise(), ended: promise() };
  let hands;
  const bridge = await openBridge((verb, words) => (verbs[verb] ?? byHand)(words, { suite, bed, signals, hands, verb }));
  await bed.server.configure({ 'e2e.bridge': bridge.url });
  const bench = await bed.open({ folder: suite.workspace, results: suite.results, tests: suite.entry });
  hands = handsOf(bench.page, suite.results);
  try {
    await outcome(signals, bench.exit);
  } catch (error) {
    bed.report.failed(`${suite.name}: the suite runs to its end`, 0, 0, error.message, true);
    await keepEvidence(suite.results, 'not-ended', { hands, server: bed.server });
  } finally {
    await bench.close();
    bridge.close();
  }
}

/** Settles when the suite said its last word, or rejects with the reason why it never will. */
async function outcome({ begun, ended }, exit) {
  const left = exit.then(code => Promise.reject(new Error(`the extension host ended with code ${code} before the tests did`)));
  left.catch(() => undefined);
  await withDeadline(Promise.race([begun.done, left]), toBegin, () => `no test began within ${toBegin / 1000} s`);
  await withDeadline(Promise.race([ended.done, left]), toEnd, () => `the tests did not end within ${toEnd / 1000} s`);
}

/** What a suite tells; everything else it says is a wish for the hands. */
const verbs = {
  async begin([count], { signals, bed, suite }) {
    signals.begun.resolve();
    if (count === 0) bed.report.failed(`${suite.name}: has tests`, 0, 0, 'the suite registered no test', true);
    return bed.retries;
  },
  /** A measured number, for whoever reads the run. */
  async note([text], { suite }) {
    console.log(`ℹ ${suite.name}: ${text}`);
  },
  async end(_, { signals }) {
    signals.ended.resolve();
  },
  async passed([name, milliseconds, attempt], { suite, bed }) {
    bed.report.passed(`${suite.name}: ${name}`, milliseconds, attempt);
  },
  async failed([name, milliseconds, attempt, error, problems], { suite, bed, hands }) {
    bed.report.failed(`${suite.name}: ${name}`, milliseconds, attempt, error, attempt >= bed.retries);
    await keepEvidence(suite.results, name, { hands, problems, server: bed.server });
  },
};

const wishes = ['press', 'type', 'click', 'hover', 'text', 'command', 'screenshot', 'violations', 'notifications'];

async function byHand(words, { verb, hands }) {
  if (!wishes.includes(verb)) throw new Error(`nobody here knows how to ${verb}`);
  return hands[verb](...words);
}

function promise() {
  let resolve;
  const done = new Promise(settle => { resolve = settle; });
  return { done, resolve };
}
