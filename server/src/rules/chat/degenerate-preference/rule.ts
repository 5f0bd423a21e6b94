import { placesOfOffence } from '../../../core/chat.ts';
import type { ChatFault, ChatOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import type { Problem, Severity } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'degenerate-preference',
  scope: 'table',
  summary: 'The chosen and the rejected answer teach no preference',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    for (const { fault, severity, tell } of KINDS) {
      for (const offence of chat?.offences(fault) ?? []) yield problem(offence, severity, tell(offence.records, chat?.examples ?? 0));
    }
  },
});

interface Kind {
  readonly fault: ChatFault;
  readonly severity: Severity;
  readonly tell: (records: number, n: number) => Message;
}

const KINDS: readonly Kind[] = [
  { fault: 'equal-preference', severity: 'warning', tell: (records, n) => say`The chosen and the rejected answer are the same in ${count(records, 'row')} of ${n}` },
  { fault: 'cut-preference', severity: 'information', tell: (records, n) => say`One answer is only the beginning of the other one in ${count(records, 'row')} of ${n}` },
  { fault: 'different-prompts', severity: 'warning', tell: (records, n) => say`The chosen and the rejected answer reply to different prompts in ${count(records, 'row')} of ${n}` },
];

/** A pair that is the same twice can be dropped; the others may be mended. */
const problem = (offence: ChatOffence, severity: Severity, message: Message): Problem => ({
  ...placesOfOffence(offence), severity, message,
  facts: told({ records: offence.records }),
  ...(severity === 'warning' && { fix: { title: say`Delete the rows`, safety: 'unsafe', change: { do: 'delete-row' } } }),
});
