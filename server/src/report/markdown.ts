import { say } from '../core/message.ts';
import { renderMessage, translate } from '../words/render.ts';
import type { FileReport, Report } from './report.ts';
import { summaryOf } from './text.ts';

/** Tables for issues, pull requests and job summaries. */
export function writeMarkdown(report: Report): string {
  const files = report.files.filter(({ findings }) => findings.length > 0).map(file => tableOf(file, report.locale));
  return `${[`**${escape(renderMessage(summaryOf(report), report))}**`, ...files].join('\n\n')}\n`;
}

function tableOf({ path, findings, masks }: FileReport, locale: string): string {
  const heads = [say`Line`, say`Severity`, say`Message`, say`Rule`].map(head => renderMessage(head, { locale }));
  const rows = findings.map(({ primary: { range: { start } }, severity, message, rule }) => (
    `| ${start.line + 1}:${start.character + 1} | ${translate(severity, locale)} | ${escape(renderMessage(message, { locale, mask: masks }))} | \`${rule}\` |`));
  return [`### ${escape(path)}`, '', `| ${heads.join(' | ')} |`, '|---|---|---|---|', ...rows].join('\n');
}

/** Nothing read from a file may act as markup. */
const escape = (text: string): string => text.replace(/[\\`*_{}[\]()#+!|<>~&$@]/g, '\\$&').replace(/\s+/g, ' ');
