import type { Message } from '../core/message.ts';
import { count, number, say } from '../core/message.ts';
import { renderMessage } from '../words/render.ts';
import type { Html } from './html.ts';
import { chart, html, page } from './html.ts';
import type { ColumnProfile, TableProfile } from '../core/profile.ts';
import { chatLines } from './chatLines.ts';
import { linesOf } from './profileText.ts';

/** Profiles of tables as one page. */
export function writeProfileHtml(profiles: readonly TableProfile[], locale: string): string {
  const words = (message: Message): string => renderMessage(message, { locale });
  const title = words(say`Profile`);
  return page(title, locale, html`<h1>${title}</h1>${profiles.map(profile => html`<h2>${profile.path}</h2>${profileSection(profile, words)}`)}`);
}

/** The columns of a table, each to be unfolded. */
export function profileSection({ rows, columns, chat }: TableProfile, words: (message: Message) => string): Html {
  const about = [say`${count(rows, 'row')}, ${count(columns.length, 'column')}`, ...chatLines(chat)];
  return html`${about.map(line => html`<p>${words(line)}</p>`)}${columns.map(column => columnHtml(column, words))}`;
}

function columnHtml(column: ColumnProfile, words: (message: Message) => string): Html {
  const { name, numbers, frequent } = column;
  const rows = frequent.values.map(({ value, count: times }) => html`<tr><td>${value}</td><td class="number">${times}</td></tr>`);
  const heads = html`<tr><th>${words(frequent.complete ? say`Value` : say`Value, of a sample`)}</th><th class="number">${words(say`Cells`)}</th></tr>`;
  return html`<details><summary>${name}</summary>
<ul>${linesOf(column).map(line => html`<li>${words(line)}</li>`)}</ul>
${numbers && numbers.histogram.length > 0 ? chart(numbers.histogram, words(say`Histogram from ${number(numbers.min)} to ${number(numbers.max)}`)) : ''}
${rows.length > 0 ? html`<table>${heads}${rows}</table>` : ''}
</details>
`;
}
