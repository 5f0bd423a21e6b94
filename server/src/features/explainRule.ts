import { explained } from '../engine/registry.ts';
import { loadManuals, translatedManual } from '../words/manualIn.ts';
import { translate } from '../words/render.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** The manual of a rule, under its present or a former id, or of a detector. */
export default defineFeature({
  register: answerOwn('lintel/explainRule', async ({ client }, { rule: id }) => {
    const plugin = explained(id);
    const markdown = plugin && (await loadManuals())(plugin.id, client.locale);
    if (!plugin || markdown === undefined) return null;
    return { rule: plugin.id, title: translate(plugin.title, client.locale), markdown: translatedManual(markdown, client.locale) };
  }),
});
