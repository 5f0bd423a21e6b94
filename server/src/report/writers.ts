import type { Rule } from '../core/rule.ts';
import { writeJson } from './json.ts';
import type { Writer } from './report.ts';
import { sarifWriter } from './sarif.ts';
import { writeText } from './text.ts';

/** Formats findings can be written in. */
export type OutputFormat = 'text' | 'json' | 'jsonl' | 'sarif' | 'github' | 'gitlab' | 'junit' | 'markdown';

export function writerOf(format: OutputFormat, rules: readonly Rule[]): Writer {
  switch (format) {
    case 'json': return writeJson;
    case 'sarif': return sarifWriter(rules);
    default: return writeText;
  }
}
