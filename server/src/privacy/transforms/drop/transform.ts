import { defineTransform } from '../../../core/transform.ts';

export default defineTransform({
  id: 'drop',
  title: 'leave the column out',
  technique: 'suppression',
  parameters: {},
  make: () => ({ per: 'table', consistent: true }),
});
