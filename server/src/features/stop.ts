import { answerBare, defineFeature } from './feature.ts';

/** Stops all running and waiting scans. */
export default defineFeature({
  register: answerBare('lintel/stop', session => Promise.resolve({ stopped: session.workspace.stop() })),
});
