// Runs npm the same way on every system, whether or not npm started this script.
import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';

/**
 * Runs npm in a folder and waits for it.
 * @param {readonly string[]} args words after `npm`
 * @param {{ cwd: string, node?: string, quiet?: boolean }} options `node`: the Node binary that npm's own scripts must see first
 * @returns {Promise<void>} rejects with npm's last lines when it fails
 */
export async function npm(args, { cwd, node, quiet = true }) {
  const [command, words, shell] = npmCommand();
  const child = spawn(command, [...words, ...args], {
    cwd, shell, env: environment(node), stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let said = '';
  child.stdout?.on('data', data => { said += data; });
  child.stderr?.on('data', data => { said += data; });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd} (exit code ${code})\n${lastLines(said)}`);
}

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('npm-cli.js')) return [process.execPath, [script], false];
  return ['npm', [], process.platform === 'win32'];
}

/** The outer npm describes its own package in variables; the inner one must not inherit them. */
function environment(node) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/i.test(name));
  const path = process.env.PATH ?? '';
  return { ...Object.fromEntries(inherited), PATH: node ? `${dirname(node)}${delimiter}${path}` : path };
}

function lastLines(text) {
  return text.trimEnd().split('\n').slice(-15).join('\n');
}
