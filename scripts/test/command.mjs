// A layer that is one command: it passes or fails as a whole.
import { spawn } from 'node:child_process';

/**
 * @param {string} name
 * @param {readonly string[]} words arguments of Node
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function command(name, words, cwd) {
  const { code, said } = await output(words, cwd);
  if (code === 0) return { passed: 1, failed: 0 };
  console.log(`${said.trimEnd()}\n✖ ${name} ended with exit code ${code}`);
  return { passed: 0, failed: 1 };
}

/** Runs Node with these arguments and returns all it printed; `timeout` is in milliseconds. */
export function output(words, cwd, timeout = 900_000) {
  const child = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout, killSignal: 'SIGKILL' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => { said += text; });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code: code ?? `by ${signal}`, said }));
  });
}
