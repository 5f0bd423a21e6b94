import type { Rule } from '../core/rule.ts';
import { writeGithub } from './github.ts';
import { writeGitlab } from './gitlab.ts';
import { writeJson, writeJsonLines } from './json.ts';
import { writeJunit } from './junit.ts';
import { writeMarkdown } from './markdown.ts';
import { loadManuals } from '../words/manualIn.ts';
import type { Writer } from './report.ts';
import { sarifWriter } from './sarif.ts';
import { writeText } from './text.ts';

/** Formats findings can be written in. */
export type OutputFormat = 'text' | 'json' | 'jsonl' | 'sarif' | 'github' | 'gitlab' | 'junit' | 'markdown';

export async function writerOf(format: OutputFormat, rules: readonly Rule[]): Promise<Writer> {
  switch (format) {
    case 'text': return writeText;
    case 'json': return writeJson;
    case 'jsonl': return writeJsonLines;
    case 'sarif': return sarifWriter(rules, await loadManuals());
    case 'github': return writeGithub;
    case 'gitlab': return writeGitlab;
    case 'junit': return writeJunit;
    case 'markdown': return writeMarkdown;
  }
}
