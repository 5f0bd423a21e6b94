import { name, say } from '../core/message.ts';
import { convertDescription, writableStandards } from '../engine/convert.ts';
import type { Conversion, Refused } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answerBare, answerOwn, defineFeature } from './feature.ts';

/** Descriptions in the words of other standards. */
export default defineFeature({
  register(connection, session) {
    answerBare('lintel/standards', () => Promise.resolve(writableStandards().map(({ id, title }) => ({ id, title }))))(connection, session);
    answerOwn('lintel/convert', (_, { uri, to }) => convert(session, fromClient(uri), to))(connection, session);
  },
});

async function convert(session: Session, uri: string, to: string): Promise<Conversion | Refused> {
  const isNone = await session.workspace.configurations.isNoDescription(uri);
  const converted = isNone ? undefined : await convertDescription(session.workspace.files, uri, to);
  if (!converted) return { refused: words(session, say`${name(fileNameOf(uri))} is no description that could be converted.`) };
  return 'refused' in converted ? refusal(session, uri, converted) : { ...converted, lost: converted.lost.map(lost => words(session, lost)) };
}
