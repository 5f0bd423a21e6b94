import type { Severity } from '../core/problem.ts';
import { textHash } from '../util/textHash.ts';
import { renderMessage } from '../words/render.ts';
import type { Report } from './report.ts';

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

/** A code quality report of GitLab. A fingerprint stays the same while the data moves: it is made of path, rule, column and the kind of message. */
export function writeGitlab({ files, locale }: Report): string {
  const taken = new Map<string, number>();
  const issues = files.flatMap(({ path, findings, masks }) => findings.map(({ rule, severity, message, column, primary: { range: { start, end } } }) => {
    const key = [path, rule, column, message.template].join('\u0000');
    const occurrence = (taken.get(key) ?? 0) + 1;
    taken.set(key, occurrence);
    return {
      description: renderMessage(message, { locale, mask: masks }),
      check_name: rule,
      fingerprint: textHash(`${key}\u0000${occurrence}`),
      severity: SEVERITY[severity],
      location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
    };
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
