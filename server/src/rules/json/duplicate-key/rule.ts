import { told } from '../../../core/facts.ts';
import { count, name, say } from '../../../core/message.ts';
import type { Message, Part } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'duplicate-key',
  scope: 'document',
  summary: 'An object has a key twice',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts, reading, records }) {
    for (const { place, numbers: { column = -1, nested, count: found = 1 } } of facts.filter(({ kind }) => kind === 'duplicate-key')) {
      const key = name(reading?.header[column] ?? '');
      const objects = count(found, 'row');
      const message = column === -1 ? ofObjects(found) : nested === 1 ? within(key, found) : say`${key} stands twice in ${objects} of ${records}, ${KEPT}`;
      yield { place, message, facts: told({ found, n: records }) };
    }
  },
});

const KEPT = say`here for the first time; readers keep the last value and forget the other`;

const within = (column: Part, found: number): Message => say`An object in ${column} has this key already, ${KEPT}; such keys in the file: ${found}`;
const ofObjects = (found: number): Message => say`Its object has this key already, ${KEPT}; such keys in the file: ${found}`;
