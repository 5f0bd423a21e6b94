import { name, say } from '../core/message.ts';
import type { Refused, Requests } from '../protocol/messages.ts';
import { encodingOf } from '../util/charset/labels.ts';
import { fileNameOf } from '../util/uri.ts';
import { type ReadingChange, readingEdit } from './shared/dialectEdits.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

type Params = Requests['lintel/changeDialect']['params'];
type Changed = Requests['lintel/changeDialect']['result'];

/** Writes how a file is read into its description or the configuration; whoever reads the project reads the file in the same way. */
export default defineFeature({
  register: answerOwn('lintel/changeDialect', (session, params) => changeDialect(session, params)),
});

async function changeDialect(session: Session, { uri: shownUri, change }: Params): Promise<Changed> {
  const uri = fromClient(shownUri);
  if (session.client.options.trusted === false) return refusal(session, uri, { refused: 'untrusted', detail: uri });
  if (!isPossible(change)) return { refused: words(session, say`A file cannot be read like that.`) };
  const snapshot = await session.workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const edit = snapshot && await readingEdit(session, snapshot, change);
  if (!edit) return nowhere(session, uri, change);
  const { applied } = await session.connection.workspace.applyEdit(edit.edit);
  return applied ? { changed: toClient(session, edit.target) } : { refused: words(session, say`${name(fileNameOf(edit.target))} could not be changed.`) };
}

/** Delimiters and quotes are single bytes; encodings are those that can be read. */
function isPossible({ part, value }: ReadingChange): boolean {
  if (value === undefined) return true;
  if (part === 'header') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  if (part === 'encoding') return encodingOf(value) !== undefined;
  return part === 'quote' ? /^[\0-\x7f]?$/.test(value) : /^[\0-\x7f]$/.test(value);
}

function nowhere(session: Session, uri: string, { value }: ReadingChange): Refused {
  if (value === undefined) return { refused: words(session, say`No document says so for ${name(fileNameOf(uri))} alone; look into the configuration.`) };
  return { refused: words(session, say`Open the folder of ${name(fileNameOf(uri))}: without one there is no place for a configuration.`) };
}
