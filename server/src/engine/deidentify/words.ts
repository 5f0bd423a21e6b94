import type { ColumnRole } from '../../core/annotation.ts';
import { say, type Message } from '../../core/message.ts';

/** What roles of columns are called in a sentence. */
export const columnKindWords: Readonly<Record<Extract<ColumnRole, 'direct-identifier' | 'quasi-identifier' | 'pseudonym' | 'linkage-key'>, Message>> = {
  'direct-identifier': say`a direct identifier`,
  'quasi-identifier': say`a quasi-identifier`,
  pseudonym: say`a pseudonym`,
  'linkage-key': say`a linkage key`,
};
