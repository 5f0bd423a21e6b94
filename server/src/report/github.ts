import type { Severity } from '../core/problem.ts';
import { renderMessage } from '../words/render.ts';
import type { Report } from './report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands of GitHub Actions, a line each: they become annotations of a pull request. Lines and columns count from 1. */
export function writeGithub({ files, locale }: Report): string {
  return files.flatMap(({ path, findings, masks }) => findings.map(({ rule, severity, message, primary: { range: { start, end } } }) => {
    // Columns mean something to GitHub only where the place lies in one line.
    const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
    const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: rule };
    const listed = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
    return `::${COMMANDS[severity]} ${listed}::${escapeData(renderMessage(message, { locale, mask: masks }))}\n`;
  })).join('');
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
