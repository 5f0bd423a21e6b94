// What the documentation site needs to know of the product: bundled and loaded by build.mjs.
export { allDetectors, allProfiles, allRules, familyOf } from '../../server/src/engine/registry.ts';
export { HELP } from '../../server/src/cli/help.ts';
export { loadManuals, translatedManual, withExamplesOf } from '../../server/src/words/manualIn.ts';
export { renderMessage, translate } from '../../server/src/words/render.ts';
