import { ruleOf } from '../engine/registry.ts';
import { loadManuals, translatedManual } from '../words/manualIn.ts';
import { translate } from '../words/render.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** The manual of a rule, under its present or a former id. */
export default defineFeature({
  register: answerOwn('lintel/explainRule', async ({ client }, { rule: id }) => {
    const rule = ruleOf(id);
    const markdown = rule && (await loadManuals())(rule.id, client.locale);
    if (!rule || markdown === undefined) return null;
    return { rule: rule.id, title: translate(rule.summary, client.locale), markdown: translatedManual(markdown, client.locale) };
  }),
});
