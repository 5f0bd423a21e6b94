import type { ChatFault, ChatOffence, ChatView } from '../../core/chat.ts';
import { together } from '../../core/chat.ts';
import { list, type Part, value } from '../../core/message.ts';

/** In fewer examples a share says nothing. */
const FEWEST = 10;

/** Whether so many examples have an offence that it is how the file was made, and only worth mentioning. `usual`: share from 0 to 1. */
export const isUsualIn = ({ records }: ChatOffence, n: number, usual: number): boolean => records >= usual * n && n >= FEWEST;

/** What was left behind in texts, all details of a fault together: `found` lists them, `n` counts the examples. */
export interface Residue {
  readonly offence: NonNullable<ReturnType<typeof together>>;
  readonly n: number;
  readonly found: Part;
  readonly isUsual: boolean;
}

/** The residue of a fault; nothing where there is none. */
export function residueOf(chat: ChatView | undefined, fault: ChatFault, usual: number): Residue | undefined {
  const offence = together(chat, fault);
  if (!chat || !offence) return undefined;
  const n = chat.examples;
  return { offence, n, found: list(offence.details.map(detail => value(detail, -1))), isUsual: isUsualIn(offence, n, usual) };
}
