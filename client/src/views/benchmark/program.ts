import type * as ChildProcess from 'node:child_process';
import type * as vscode from 'vscode';
import type { BenchmarkProgram } from '../../../../server/src/bench/spawn.ts';

/**
 * How this extension host runs the benchmark: with itself, as Node. The module's name is a variable, because the browser bundle carries this file
 * too; there the command refuses before it gets here.
 */
export function benchmarkProgram(extension: vscode.ExtensionContext): BenchmarkProgram {
  const { spawn } = childProcess(MODULE);
  return {
    spawn: (command, args, options) => spawn(command, args, options),
    executable: process.execPath,
    script: extension.asAbsolutePath('out/bench.js'),
    environment: process.env,
  };
}

const MODULE = 'node:child_process';

function childProcess(module: string): typeof ChildProcess {
  return require(module);
}
