import { name, say } from '../../../core/message.ts';
import type { Message } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { problemsOf, SIGNATURES } from '../../../core/structure.ts';

export default defineRule({
  id: 'not-this-format',
  scope: 'document',
  summary: 'The content of the file is not what its name promises',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ facts }) {
    yield* problemsOf(facts, 'not-this-format', ({ place, numbers: { signature = -1, plain = 0 } }) => ({ place, message: plain === 1 ? PLAIN : messageOf(SIGNATURES[signature]?.title) }));
  },
});

const PLAIN = say`The name of the file promises gzip, but it is not packed; it was read as it is, and readers that go by the name fail`;

const messageOf = (title: string | undefined): Message => (title === undefined
  ? say`The content of the file is not what its name promises, so it was not checked`
  : say`The content of the file is ${name(title)}, not what its name promises, so it was not checked`);
