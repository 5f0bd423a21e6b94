import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const CLI = resolve('out/cli.js');

/** A folder of its own for a test file, and the bundled command line run in it, in English. */
export class CliFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'lintel-cli-'));

  run(args: readonly string[], input?: string | Uint8Array, { locale = 'en_US.UTF-8', cwd = '.' } = {}) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: join(this.path, cwd), encoding: 'utf8', env: { ...process.env, LC_ALL: locale, NO_COLOR: '1' }, input: input === undefined ? '' : Buffer.from(input), maxBuffer: 1 << 28,
    });
    return { status, stdout, stderr };
  }

  /** Runs and expects success in the sense of the shell, or findings. */
  lintel = (...args: readonly string[]) => this.run(args);

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }

  read = (name: string): string => readFileSync(join(this.path, name), 'utf8');
  bytes = (name: string): Buffer => readFileSync(join(this.path, name));
  /** Removes what is at a path in it, or all of it. */
  remove = (name = '.'): void => rmSync(join(this.path, name), { recursive: true, force: true });
}
