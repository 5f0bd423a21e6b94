import type { PathState } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { say, value, type Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'path-outside-workspace',
  scope: 'metadata',
  summary: 'A path leads out of the folder of its description',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ paths }) {
    for (const { path, node, state } of paths) {
      const message = reasonAgainst(path, state);
      if (message) yield { place: { at: 'node', path: node, part: 'value' }, message, facts: told({ state }) };
    }
  },
});

function reasonAgainst(path: string, state: PathState): Message | undefined {
  const shown = value(path, -1);
  switch (state) {
    case 'outside': return say`${shown} leads out of the folder of this description and is not opened`;
    case 'absolute': return say`${shown} does not start at the folder of this description and is not opened`;
    case 'hidden': return say`${shown} leads through a hidden folder, which a description must not do`;
    default: return undefined;
  }
}
