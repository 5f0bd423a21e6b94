import { placesOfOffence } from '../../../core/chat.ts';
import type { ChatOffence, ChatView } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, say, value } from '../../../core/message.ts';
import { replaceWith } from '../../../core/problem.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { roleMeant } from '../../../util/chat/roles.ts';

export default defineRule({
  id: 'unknown-chat-role',
  scope: 'table',
  summary: 'A turn of a conversation has a role that no chat template knows',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['chat'],
  options: {
    known: { default: [], description: 'Roles that your own template knows.' },
    usual: { default: 0.2, description: 'Share of the conversations, from 0 to 1, from which on a role is taken for one of the file’s own and only mentioned.' },
  },

  *check({ table: { chat }, options }) {
    for (const offence of chat?.offences('unknown-role') ?? []) {
      if (chat && !options.known.includes(offence.detail)) yield judge(offence, chat, offence.records >= options.usual * Math.max(chat.examples, FEWEST));
    }
  },
});

/** In fewer conversations than these a share says nothing. */
const FEWEST = 10;

function judge(offence: ChatOffence, { shape, examples }: ChatView, isUsual: boolean): Problem {
  const { detail, records } = offence;
  const role = value(detail, -1);
  const meant = roleMeant(detail, shape.speakerKey === 'from');
  const facts = told({ records, n: examples });
  if (isUsual) {
    return {
      ...placesOfOffence(offence), facts, severity: 'information',
      message: say`The role ${role} is in ${count(records, 'conversation')} of ${examples}; the usual chat templates do not know it`,
    };
  }
  if (meant === undefined) {
    return { ...placesOfOffence(offence), facts, severity: 'warning', message: say`No usual chat template knows the role ${role}, which is in ${count(records, 'conversation')} of ${examples}` };
  }
  return {
    ...placesOfOffence(offence), facts,
    message: say`No chat template knows the role ${role}, which is in ${count(records, 'conversation')} of ${examples}; did you mean ${value(meant, -1)}?`,
    fix: { title: say`Write ${value(meant, -1)}`, safety: 'unsafe', change: replaceWith(meant) },
  };
}

