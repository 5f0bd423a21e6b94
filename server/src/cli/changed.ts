import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { uriOf } from './surroundings.ts';

const run = promisify(execFile);

/** Files that differ from a commit (the last one when empty) and those git does not know yet, as URIs; a message where git cannot tell. */
export async function changedFiles(since: string): Promise<ReadonlySet<string> | Message> {
  const git = async (...args: readonly string[]): Promise<string> => (await run('git', [...args], { maxBuffer: 256 * 1024 * 1024 })).stdout;
  try {
    const top = (await git('rev-parse', '--show-toplevel')).replace(/\r?\n$/, '');
    const commit = await git('rev-parse', '--verify', '--quiet', '--end-of-options', `${since || 'HEAD'}^{commit}`).catch(() => '');
    if (since !== '' && commit === '') return say`git knows no commit ${name(since)}`;
    const differing = commit === '' ? await git('-C', top, 'ls-files', '-z') : await git('-C', top, 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', commit.trim());
    const unknown = await git('-C', top, 'ls-files', '-z', '--others', '--exclude-standard');
    return new Set([...differing.split('\0'), ...unknown.split('\0')].filter(path => path !== '').map(path => uriOf(join(top, path))));
  } catch (cause) {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    return missing ? say`--changed needs git, and there is none here` : say`--changed needs a git repository, and this folder is in none`;
  }
}
