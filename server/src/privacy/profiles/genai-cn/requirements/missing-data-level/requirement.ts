import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'missing-data-level',
  of: 'dataset',
  always: true,
  summary: 'The grade of the data is not said',
  severity: 'information',
  since: 'next',

  lack({ dataLevel }) {
    if (dataLevel !== undefined) return undefined;
    return {
      message: say`${name('dataLevel')} does not say whether the data is general, important or core`,
      stub: { title: say`Grade the data as general`, at: ['dataLevel'], value: 'general' },
    };
  },
});
