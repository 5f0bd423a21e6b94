import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'missing-gap-statement',
  of: 'dataset',
  always: true,
  summary: 'What training data lacks is not said',
  severity: 'warning',
  since: 'next',

  lack({ dataGaps }) {
    if (dataGaps !== undefined) return undefined;
    return {
      message: say`${name('dataGaps')} does not say what the data lacks`,
      stub: { title: say`Add what the data lacks`, at: ['dataGaps'], value: 'No gaps are known.' },
    };
  },
});
