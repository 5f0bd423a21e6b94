import { cpSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { CliFolder } from './folder.ts';

/** What a reader does at one place of a tutorial: writes a file, or types commands and reads what they print. */
export type Step =
  | { readonly kind: 'file'; readonly path: string; readonly content: string }
  | { readonly kind: 'commands'; readonly at: number; readonly length: number; readonly commands: readonly Command[] };

/** A line that is typed, and the text below it. `…` stands for what differs from run to run: alone on a line for any lines, within a line for any characters. */
export interface Command {
  readonly typed: string;
  readonly printed: string;
}

/** The steps of a tutorial, in order: fenced blocks of `console` are commands, blocks that name a file after their language are files. */
export function stepsOf(markdown: string): readonly Step[] {
  return [...markdown.matchAll(/^(```(\w+)(?: (\S+))?\n)([\s\S]*?)^```$/gm)].flatMap(({ index, 1: fence = '', 2: language, 3: path, 4: content = '' }): readonly Step[] => {
    if (language === 'console') return [{ kind: 'commands', at: index + fence.length, length: content.length, commands: commandsOf(content) }];
    return path === undefined ? [] : [{ kind: 'file', path, content }];
  });
}

function commandsOf(text: string): readonly Command[] {
  return text.split(/^\$ /m).slice(1).map(part => {
    const end = part.indexOf('\n');
    return { typed: part.slice(0, end), printed: part.slice(end + 1) };
  });
}

/** Whether `actual` is what the tutorial prints. */
export function matches(printed: string, actual: string): boolean {
  const pattern = printed.split('\n').map(line => (line === '…' ? '…lines…' : line.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('…', '.*'))).join('\n');
  return new RegExp(`^${pattern.replaceAll('…lines…', '[\\s\\S]*?').trimEnd()}$`).test(actual.trimEnd());
}

/** Somebody who follows a tutorial: the examples lie in the folder, `cd` and `lintel` are understood. */
export class Reader {
  private at = '.';

  constructor(private readonly folder: CliFolder, private readonly locale: string) {
    cpSync('examples', folder.path, { recursive: true });
  }

  write(path: string, content: string): void {
    this.folder.write(join(this.at, path), content);
  }

  /** What a line typed prints on both streams. */
  type(line: string): string {
    const [program, ...args] = (line.match(/"[^"]*"|\S+/g) ?? []).map(word => word.replace(/^"(.*)"$/, '$1'));
    if (program === 'cd') {
      this.at = join(this.at, args[0] ?? '.');
      return '';
    }
    if (program !== 'lintel') throw new Error(`a tutorial types cd and lintel only, not ‘${line}’`);
    const { stdout, stderr } = this.folder.run(args, undefined, { locale: this.locale, cwd: this.at });
    return stdout + stderr;
  }
}

/** The other language's file of the same tutorial. */
export const inChinese = (path: string): string => join(dirname(path), relative(dirname(path), path).replace(/\.md$/, '.zh-cn.md'));
