import { isOneFile } from '../../../core/description.ts';
import { told } from '../../../core/facts.ts';
import { count, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'byte-count-mismatch',
  scope: 'resource',
  summary: 'A file has another size than its description says',
  severity: 'warning',
  dimension: 'consistency',
  since: '0.1.0',
  needs: [],
  options: {},

  *check({ resource, file }) {
    const { bytes } = resource;
    if (!bytes || !file || file.bytes === bytes.value || !isOneFile(resource)) return;
    yield {
      place: { at: 'file' },
      message: say`The file has ${count(file.bytes, 'byte')}, the description says ${bytes.value}`,
      facts: told({ bytes: file.bytes, declared: bytes.value }),
      mirror: bytes.node,
    };
  },
});
