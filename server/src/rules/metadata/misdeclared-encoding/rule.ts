import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';
import { encodingOf, titleOf } from '../../../util/charset/labels.ts';

export default defineRule({
  id: 'misdeclared-encoding',
  scope: 'resource',
  summary: 'The file cannot be in the encoding that is declared for it',
  severity: 'error',
  dimension: 'validity',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ resource, table: { reading: { encoding, encodingBasis } } }) {
    const declared = encodingBasis?.against;
    if (declared === undefined) return;
    const title = name(titleOf(encoding));
    yield {
      place: { at: 'file' },
      message: encodingOf(declared) === undefined
        ? say`The encoding is declared as ${name(declared)}, which is not known here; the file was read as ${title}`
        : say`The encoding is declared as ${name(declared)}, but the bytes of the file are not; it was read as ${title}`,
      mirror: [...resource.node, 'encoding'],
      facts: told({ declaredEncoding: declared, encoding }),
      fix: {
        title: say`Declare the encoding as ${title}`,
        safety: 'unsafe',
        change: { do: 'set-node', path: [...resource.node, 'encoding'], value: encoding },
      },
    };
  },
});
