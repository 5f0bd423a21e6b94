import { sealedAs } from '../engine/sealDrafts.ts';
import { draft, shown } from './describe.ts';
import { answerOwn, defineFeature } from './feature.ts';
import { toClient } from './shared/session.ts';

/** The descriptions of a dataset with the seal of its file. */
export default defineFeature({
  register: answerOwn('lintel/seal', async (session, { uri }) => {
    const made = await draft(session, uri, sealedAs);
    if ('refused' in made) return made;
    return { drafts: made.drafts.map(one => shown(session, one)), without: made.without.map(one => toClient(session, one)) };
  }),
});
