import { modeOf } from '../config/configuration.ts';
import { allRules } from '../engine/registry.ts';
import { translate } from '../words/render.ts';
import { answerBare, defineFeature } from './feature.ts';

/** All rules as the first folder's configuration has them. */
export default defineFeature({
  register: answerBare('lintel/rules', async ({ workspace, client }) => {
    const { configuration } = await workspace.configurations.for(`${workspace.folders[0] ?? ''}/`);
    return allRules.map(rule => {
      const { enabled, severity } = modeOf(configuration, rule);
      return { rule: rule.id, summary: translate(rule.summary, client.locale), severity: severity ?? rule.severity, enabled };
    });
  }),
});
