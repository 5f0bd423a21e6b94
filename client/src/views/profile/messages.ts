import type { TextRange } from '../../../../server/src/core/place.ts';
import type { AssociationFacts } from '../../../../server/src/protocol/associations.ts';
import type { ProfileFacts } from '../../../../server/src/protocol/messages.ts';

/** What the profile's page is told: everything there is to show, each time. */
export interface ToPage {
  readonly type: 'show';
  readonly uri: string;
  readonly title: string;
  readonly words: Words;
  /** Left out until the first check has ended. */
  readonly profile?: ProfileFacts;
  /** Where the page finds the pictures of the profile, by their URIs. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** How closely the columns go together; left out until somebody asks. */
  readonly associations?: AssociationFacts;
  /** Why there is no profile. */
  readonly refused?: string;
  /** The dataset is being read; what is shown is of the text before. */
  readonly busy: boolean;
}

/** What the page asks for. */
export type FromPage =
  | { readonly type: 'ready' | 'again' | 'associate' }
  /** Shows a place in the data; `row` counts from 0, -1 for the header. */
  | { readonly type: 'go'; readonly range: TextRange; readonly row: number; readonly column: number }
  | { readonly type: 'explain'; readonly rule: string }
  /** Opens a picture of the folder. */
  | { readonly type: 'open'; readonly uri: string };

/** What the page keeps with `setState`, and gets back after a reload of the window. */
export interface PageState {
  readonly uri: string;
}

/** Words of the page itself, translated; `{0}` and so on stand for numbers and names. */
export type Words = Readonly<Record<
  'scanning' | 'checking' | 'progress' | 'filter' | 'shown' | 'noColumns' | 'noMatch' | 'again' | 'columns' | 'column' | 'type' | 'missing' | 'distinct' | 'min' | 'quartiles'
  | 'max' | 'distribution' | 'findings' | 'goToColumn' | 'row' | 'header' | 'quantiles' | 'quantile' | 'value' | 'cells' | 'nulls' | 'empty' | 'topValues' | 'someValues' | 'histogram'
  | 'from' | 'to' | 'wholeTable' | 'notices' | 'error' | 'warning' | 'information' | 'hint' | 'masked' | 'noFindings' | 'position' | 'about' | 'moreCells'
  | 'associations' | 'associate' | 'measure' | 'pearson' | 'spearman' | 'cramersV' | 'strongest' | 'pair' | 'nothingToCompare' | 'moreColumns' | 'pictures' | 'openImage', string>>;

export function isFromPage(message: unknown): message is FromPage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  if (message.type === 'ready' || message.type === 'again' || message.type === 'associate') return true;
  if (message.type === 'explain') return 'rule' in message && typeof message.rule === 'string';
  if (message.type === 'open') return 'uri' in message && typeof message.uri === 'string';
  return message.type === 'go' && 'row' in message && typeof message.row === 'number' && 'column' in message && typeof message.column === 'number'
    && 'range' in message && isRange(message.range);
}

export const isPageState = (state: unknown): state is PageState => typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string';

const isRange = (range: unknown): range is TextRange =>
  typeof range === 'object' && range !== null && 'start' in range && 'end' in range && isPosition(range.start) && isPosition(range.end);

const isPosition = (at: unknown): boolean => typeof at === 'object' && at !== null && 'line' in at && typeof at.line === 'number' && 'character' in at && typeof at.character === 'number';
