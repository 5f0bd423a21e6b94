import { sealedAs } from '../engine/drafts.ts';
import { draft } from './describe.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** The description of a dataset with the seal of its file. */
export default defineFeature({
  register: answerOwn('lintel/seal', (session, { uri }) => draft(session, uri, sealedAs)),
});
