import type { PathState } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { say, value, type Message } from '../../../core/message.ts';
import type { Severity } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'unresolved-path',
  scope: 'metadata',
  summary: 'A description names a file that is not there or is not looked at',
  severity: 'error',
  dimension: 'completeness',
  since: 'next',
  needs: [],
  options: {},

  *check({ paths }) {
    for (const { path, node, state } of paths) {
      const reason = reasonOf(path, state);
      if (reason) yield { place: { at: 'node', path: node, part: 'value' }, ...reason, facts: told({ state }) };
    }
  },
});

/** A remote file may be perfectly well; it is only said aloud that nobody looked. */
function reasonOf(path: string, state: PathState): { readonly message: Message; readonly severity?: Severity } | undefined {
  const shown = value(path, -1);
  switch (state) {
    case 'missing': return { message: say`There is no file ${shown} beside this description` };
    case 'not-a-file': return { message: say`${shown} is not a file that can be read` };
    case 'remote': return { message: say`${shown} is on the network and is not checked`, severity: 'information' };
    default: return undefined;
  }
}
