import type { RiskAlternatives, RiskFacts, RiskWish } from '../../../../server/src/protocol/risk.ts';

/** What the page of the risk is told: everything there is to show, each time. */
export interface ToPage {
  readonly type: 'show';
  readonly uri: string;
  readonly title: string;
  readonly words: Words;
  /** Left out until the first answer. */
  readonly facts?: RiskFacts;
  /** What the measures are compared with. */
  readonly before?: RiskFacts;
  /** Left out until they are worked out for what is shown. */
  readonly alternatives?: RiskAlternatives;
  /** Why there are no measures. */
  readonly refused?: string;
  readonly busy: boolean;
}

/** What the page asks for. */
export type FromPage =
  | { readonly type: 'ready' | 'again' | 'suggest' | 'compare' }
  /** Measures by something else. */
  | { readonly type: 'ask'; readonly wish: RiskWish }
  /** Shows a row in the data; counts from 0. */
  | { readonly type: 'row'; readonly row: number };

/** What the page keeps with `setState`, and gets back after a reload of the window. */
export interface PageState {
  readonly uri: string;
}

/** Words of the page itself, translated; `{0}` and so on stand for numbers and names. */
export type Words = Readonly<Record<
  'reading' | 'measuring' | 'progress' | 'again' | 'columns' | 'column' | 'holds' | 'role' | 'told' | 'exactly' | 'noRole' | 'quasi' | 'sensitive' | 'person' | 'filter' | 'suggest'
  | 'missing' | 'ownCategory' | 'wildcard' | 'exclude' | 'measure' | 'value' | 'before' | 'promised' | 'meaning' | 'kept' | 'broken' | 'sizes' | 'size' | 'classes' | 'rows'
  | 'worst' | 'row' | 'whatIf' | 'change' | 'try' | 'compare' | 'identifies' | 'moreColumns' | 'none', string>>;

export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  if (message.type === 'ask') return 'wish' in message && isWish(message.wish);
  if (message.type === 'row') return 'row' in message && typeof message.row === 'number';
  return message.type === 'ready' || message.type === 'again' || message.type === 'suggest' || message.type === 'compare';
}

export const isPageState = (state: unknown): state is PageState => typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string';

const isWish = (wish: unknown): wish is RiskWish =>
  typeof wish === 'object' && wish !== null && 'quasiIdentifiers' in wish && Array.isArray(wish.quasiIdentifiers) && wish.quasiIdentifiers.every(isTold)
  && 'sensitive' in wish && isNumbers(wish.sensitive) && 'unit' in wish && isNumbers(wish.unit)
  && 'missing' in wish && (wish.missing === 'own-category' || wish.missing === 'wildcard' || wish.missing === 'exclude');

const isTold = (told: unknown): boolean => typeof told === 'object' && told !== null && 'column' in told && typeof told.column === 'number'
  && (!('coarsening' in told) || told.coarsening === undefined || typeof told.coarsening === 'string');

const isNumbers = (list: unknown): boolean => Array.isArray(list) && list.every(each => typeof each === 'number');
