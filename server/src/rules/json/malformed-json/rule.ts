import { matched, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { groupsOf, JSON_FAULTS, placesOf } from '../../../core/structure.ts';
import type { JsonFault } from '../../../core/structure.ts';

export default defineRule({
  id: 'malformed-json',
  scope: 'document',
  summary: 'A record is not valid JSON',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    for (const group of groupsOf(facts, 'malformed-json')) {
      const fault = WORDS[JSON_FAULTS[group.numbers['code'] ?? 0] ?? 'unexpected'];
      yield { ...placesOf(group), message: messageOf(fault, group.numbers['kept'] ?? 0) };
    }
  },
});

function messageOf(fault: Message, kept: number): Message {
  if (kept === 2) return say`${fault}; all rows are read, but strict readers refuse the file`;
  const rows = matched('row');
  return kept === 1 ? say`${fault}; strict readers refuse ${rows}` : say`${fault}; left out: ${rows}`;
}

const WORDS: Readonly<Record<JsonFault, Message>> = {
  'unexpected': say`This character cannot stand here`,
  'unclosed-string': say`The string that begins here is not closed`,
  'unclosed': say`The text ends before its brackets are closed`,
  'control-character': say`A control character in a string must be written as an escape, such as \\t`,
  'bad-escape': say`This is no escape of JSON; a backslash itself is written twice`,
  'single-quote': say`JSON knows double quotes only`,
  'bare-key': say`This key needs double quotes`,
  'bad-number': say`JSON does not write numbers this way`,
  'bad-word': say`This is no value of JSON; its words are true, false and null`,
  'missing-colon': say`A colon is missing before this`,
  'missing-comma': say`A comma is missing before this`,
  'trailing-comma': say`Nothing follows this comma`,
  'second-value': say`A second value begins on this line, which holds one`,
  'comma-after-record': say`Records on lines of their own have no comma between them`,
  'comment': say`JSON has no comments`,
  'byte-order-mark': say`A byte-order mark stands within the text, as if files had been put one after the other`,
  'mismatched': say`This bracket does not close the one that is open`,
  'values-in-a-row': say`A second value begins here, and a JSON document is one; name a file of one record a line .jsonl`,
};
