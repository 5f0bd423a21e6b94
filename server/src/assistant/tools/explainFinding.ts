import { mostSimilar } from '../../util/similar.ts';
import type { Tool } from '../tool.ts';

export const explainFinding: Tool = {
  name: 'lintel_explain_finding',
  title: 'Explain finding',
  description: 'Returns the manual of a rule: why the finding matters for training, what is reported and what is not, how to fix it and when to turn the rule off. Use it for the rule of a '
    + 'finding of lintel_check_dataset before proposing a fix.',
  parameters: { rule: { type: 'string', required: true, description: 'Id of the rule, such as missing-rate.' } },
  writes: false,
  async run(input, desk) {
    const id = input.text('rule') ?? '';
    const manual = await desk.ask('lintel/explainRule', { rule: id });
    if (manual) return { rule: manual.rule, title: manual.title, manual: manual.markdown };
    const meant = mostSimilar(id, (await desk.ask('lintel/rules', null)).map(({ rule }) => rule));
    return { refused: meant === undefined ? `There is no rule ${id}.` : `There is no rule ${id}; did you mean ${meant}?` };
  },
};
