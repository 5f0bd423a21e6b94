import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'missing-sources',
  of: 'dataset',
  always: true,
  summary: 'Where training data comes from is not recorded',
  severity: 'warning',
  since: 'next',

  lack({ sources = [] }) {
    if (sources.length > 0) return undefined;
    return {
      message: say`${name('sources')} does not record where the training data comes from`,
      stub: { title: say`Add a source`, at: ['sources'], value: [{ kind: 'third-party', from: 'https://example.org', recordRef: 'licence.txt' }] },
    };
  },
});
