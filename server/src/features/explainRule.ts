import { ruleOf } from '../engine/registry.ts';
import { manuals } from '../words/manuals.generated.ts';
import { translate } from '../words/render.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** The manual of a rule, under its present or a former id. */
export default defineFeature({
  register: answerOwn('lintel/explainRule', ({ client }, { rule: id }) => {
    const rule = ruleOf(id);
    const markdown = rule && manuals[rule.id];
    if (!rule || markdown === undefined) return Promise.resolve(null);
    return Promise.resolve({ rule: rule.id, title: translate(rule.summary, client.locale), markdown });
  }),
});
