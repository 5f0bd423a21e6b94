import { say, type Message } from '../../core/message.ts';
import { renderMessage } from '../../words/render.ts';
import { makeVisible } from '../../words/visible.ts';
import { html, page, type Html } from '../html.ts';
import type { Block, Fact, Text } from './blocks.ts';

/** The report as Markdown for a repository. */
export function writeMarkdownReport(blocks: readonly Block[], locale: string): string {
  const text = (one: Text): string => escapeMarkdown(textOf(one, locale));
  return `${blocks.map(block => markdownOf(block, text)).join('\n\n')}\n`;
}

/** The report as one page that stands alone. */
export function writeHtmlReport(title: Message, blocks: readonly Block[], locale: string): string {
  const text = (one: Text): string => textOf(one, locale);
  return page(text(title), locale, html`${blocks.map(block => htmlOf(block, text))}`);
}

/** What stands where nobody says it. */
const NOT_STATED = say`not stated`;

const textOf = (text: Text, locale: string): string => (typeof text === 'string' ? makeVisible(text) : renderMessage(text, { locale }));

function markdownOf(block: Block, text: (one: Text) => string): string {
  switch (block.is) {
    case 'heading': return `${'#'.repeat(block.level)} ${text(block.text)}`;
    case 'paragraph': return text(block.text);
    case 'list': return block.items.map(item => `- ${text(item)}`).join('\n');
    case 'facts': return block.rows.map(({ asked, told }) => `- **${text(asked)}**: ${told ? told.map(text).join('; ') : `*${text(NOT_STATED)}*`}`).join('\n');
    case 'table': return [
      `| ${block.heads.map(text).join(' | ')} |`, `|${block.heads.map(() => '---|').join('')}`, ...block.rows.map(row => `| ${row.map(text).join(' | ')} |`),
    ].join('\n');
  }
}

/** Nothing read from a file may act as markup. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]#+|<>~$]/g, '\\$&').replace(/\s+/g, ' ');

function htmlOf(block: Block, text: (one: Text) => string): Html {
  switch (block.is) {
    case 'heading': return headingOf(block.level, text(block.text));
    case 'paragraph': return html`<p>${text(block.text)}</p>\n`;
    case 'list': return html`<ul>${block.items.map(item => html`<li>${text(item)}</li>`)}</ul>\n`;
    case 'facts': return html`<table>${block.rows.map(row => factRow(row, text))}</table>\n`;
    case 'table': return html`<table><tr>${block.heads.map(head => html`<th scope="col">${text(head)}</th>`)}</tr>
${block.rows.map(row => html`<tr>${row.map(cell => html`<td>${text(cell)}</td>`)}</tr>
`)}</table>\n`;
  }
}

function factRow({ asked, told }: Fact, text: (one: Text) => string): Html {
  const answer = told ? linesOf(told.map(text)) : html`<em class="dim">${text(NOT_STATED)}</em>`;
  return html`<tr><th scope="row">${text(asked)}</th><td>${answer}</td></tr>
`;
}

function headingOf(level: 1 | 2 | 3, text: string): Html {
  switch (level) {
    case 1: return html`<h1>${text}</h1>\n`;
    case 2: return html`<h2>${text}</h2>\n`;
    case 3: return html`<h3>${text}</h3>\n`;
  }
}

const linesOf = (lines: readonly string[]): readonly Html[] => lines.map((line, i) => (i === 0 ? html`${line}` : html`<br>${line}`));
