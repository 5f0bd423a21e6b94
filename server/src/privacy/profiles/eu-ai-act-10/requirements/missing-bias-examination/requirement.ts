import { name, say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';

export default defineRequirement({
  id: 'missing-bias-examination',
  of: 'dataset',
  always: true,
  summary: 'Training data was not examined for biases',
  severity: 'warning',
  since: 'next',

  lack({ biasExamination }) {
    if (biasExamination) return undefined;
    return {
      message: say`${name('biasExamination')} does not say that the data was examined for biases`,
      stub: { title: say`Add where the examination is`, at: ['biasExamination'], value: { ref: 'bias-examination.md' } },
    };
  },
});
