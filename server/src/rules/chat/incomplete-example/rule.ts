import { placesOfOffence } from '../../../core/chat.ts';
import type { ChatOffence } from '../../../core/chat.ts';
import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'incomplete-example',
  scope: 'table',
  summary: 'A record is no whole training example',
  severity: 'warning',
  dimension: 'completeness',
  since: 'next',
  needs: ['chat'],
  options: {},

  *check({ table: { chat } }) {
    const n = chat?.examples ?? 0;
    const tell = (offence: ChatOffence, message: Message) => ({ ...placesOfOffence(offence), message, facts: told({ records: offence.records, n }) });
    for (const offence of chat?.offences('incomplete-example') ?? []) {
      yield tell(offence, offence.detail === ''
        ? say`${count(offence.records, 'row')} beside ${n} that hold an example hold none`
        : say`There is no ${name(offence.detail)} in ${count(offence.records, 'row')} of ${n}`);
    }
    for (const offence of chat?.offences('absent-part') ?? []) {
      // Where nearly all records have the key, the rule about missing keys says so.
      if (offence.records > RARE * n) yield tell(offence, say`There is no ${name(offence.detail)} in ${count(offence.records, 'row')} of ${n}`);
    }
    for (const offence of chat?.offences('incomplete-turn') ?? []) {
      yield tell(offence, say`Turns have no ${name(offence.detail)} in ${count(offence.records, 'conversation')} of ${n}`);
    }
  },
});

const RARE = 0.05;
