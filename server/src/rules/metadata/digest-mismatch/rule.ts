import { isOneFile } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { name, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'digest-mismatch',
  scope: 'resource',
  summary: 'A file is not the one whose digest its description gives',
  severity: 'error',
  dimension: 'consistency',
  since: '0.1.0',
  needs: ['digest'],
  options: {},
  heavy: true,

  *check({ resource, file }) {
    const { hash } = resource;
    if (!hash || file?.digest === undefined || file.digest === hash.value.digits.toLowerCase() || !isOneFile(resource)) return;
    yield {
      place: { at: 'file' },
      message: say`The ${name(hash.value.algorithm)} of the file is ${name(file.digest)}, not the one in the description`,
      facts: told({ algorithm: hash.value.algorithm, digest: file.digest, declaredDigest: hash.value.digits }),
      mirror: hash.node,
    };
  },
});
