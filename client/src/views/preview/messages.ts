import type { RowPage } from '../../../../server/src/protocol/messages.ts';

/** What the preview's page is told. */
export type ToPage =
  | { readonly type: 'words'; readonly title: string; readonly words: Words }
  /** Rows to show; `target` is the one that was asked for, `column` -1 where none was. */
  | { readonly type: 'rows'; readonly page: RowPage; readonly unmasked: boolean; readonly target: Target }
  | { readonly type: 'refused'; readonly refused: string }
  /** Somebody outside asks for a row; the page knows how it is set and asks for its rows. */
  | { readonly type: 'go'; readonly target: Target };

/** A cell, both from 0: column -1 where the row is meant, row -1 where none is. */
export interface Target {
  readonly row: number;
  readonly column: number;
}

/** What the page asks for. */
export type FromPage = { readonly type: 'ready' } | { readonly type: 'rows'; readonly from: number; readonly unmasked: boolean; readonly target: Target };

export type Words = Readonly<Record<
  'scanning' | 'progress' | 'rowsOf' | 'goToRow' | 'goToColumn' | 'go' | 'previous' | 'next' | 'unmask' | 'noRows' | 'rows' | 'row' | 'absent' | 'masked' | 'empty', string>>;

export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  if (message.type === 'ready') return true;
  return message.type === 'rows' && 'from' in message && typeof message.from === 'number' && 'unmasked' in message && typeof message.unmasked === 'boolean'
    && 'target' in message && isTarget(message.target);
}

const isTarget = (target: unknown): target is Target =>
  typeof target === 'object' && target !== null && 'row' in target && typeof target.row === 'number' && 'column' in target && typeof target.column === 'number';

/** What the query of a link to a row, or to what can be done about a finding, holds. */
export const isRowLink = (link: unknown): link is Target & { readonly uri: string; readonly finding?: unknown } => isTarget(link) && 'uri' in link && typeof link.uri === 'string';
