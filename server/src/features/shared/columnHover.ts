import { type Hover, MarkupKind } from 'vscode-languageserver';
import type { Column } from '../../core/column.ts';
import { type Message, count, name, number, say } from '../../core/message.ts';
import type { Snapshot } from '../../engine/dataCheck.ts';
import { barsOf, profileOf } from './profile.ts';
import { histogram } from './histogram.ts';
import { type Session, words } from './session.ts';

/** The profile of a column as a hover; `where` is added below, for columns that are hovered over from elsewhere. */
export function columnHover(session: Session, column: Column, { masks, checked }: Snapshot, where?: Message): Hover {
  const columns = checked.table?.columns.length ?? 0;
  const title = words(session, say`${name(column.name)}, column ${number(column.index + 1)} of ${number(columns)}`);
  const lines = [...profileOf(column, masks), ...(where ? [where] : [])].map(line => words(session, line));
  if (!session.client.markdown) return { contents: { kind: MarkupKind.PlainText, value: [title, ...lines].join('\n') } };
  const bars = barsOf(column, masks(column.index) !== undefined);
  const image = bars.length === 0 ? [] : [`![${escapeMarkdown(words(session, captionOf(column, bars.length)))}](${histogram(bars)})`];
  const body = lines.map(escapeMarkdown).join('  \n');
  return { contents: { kind: MarkupKind.Markdown, value: [`**${escapeMarkdown(title)}**`, ...image, body].join('\n\n') } };
}

function captionOf({ summary: { numbers } }: Column, bars: number): Message {
  return numbers ? say`Histogram from ${number(numbers.min)} to ${number(numbers.max)}` : say`Frequencies of ${count(bars, 'value')}`;
}

/** Nothing read from a file may act as markup: no links, no images, no commands. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>~&$:@]/g, '\\$&').replace(/\s+/g, ' ');
}
