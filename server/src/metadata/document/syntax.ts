import type { Complaint } from '../../core/standard.ts';
import type { TextDocument } from './document.ts';

/** What keeps a document from being read, as complaints. */
export function syntaxComplaints({ problems }: TextDocument): readonly Complaint[] {
  return problems.map(({ range, message, fix }) => ({ kind: 'syntax', path: [], part: 'value', range, message, ...(fix && { fix }) }));
}

/** Where a text is broken, keys that seem to be missing may only be unread; what is there and wrong is still wrong. */
export function unlessBroken({ problems }: TextDocument, said: readonly Complaint[]): readonly Complaint[] {
  return problems.length > 0 ? said.filter(({ kind, part }) => kind !== 'recommended' && (kind !== 'schema' || part !== 'key')) : said;
}
