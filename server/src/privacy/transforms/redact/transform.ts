import { defineTransform } from '../../../core/transform.ts';

export default defineTransform({
  id: 'redact',
  title: 'replace every value by the same text',
  technique: 'redaction',
  parameters: { text: { kind: 'text', default: '[redacted]', description: 'What stands in place of each value; empty for a missing value.' } },
  make: ({ text }) => ({ per: 'cell', consistent: true, change: () => text }),
});
