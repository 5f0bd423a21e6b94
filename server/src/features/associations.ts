import { isRefusal } from '../core/host.ts';
import { count, name, say } from '../core/message.ts';
import { associationsOf, type AssociationTable } from '../engine/associations.ts';
import type { AssociationFacts } from '../protocol/associations.ts';
import type { Refused } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** How closely the columns of a dataset go together, for the profile. */
export default defineFeature({
  register: answerOwn('lintel/associations', (session, { uri }, token) => associations(session, uri, { get cancelled() { return token.isCancellationRequested; } })),
});

async function associations(session: Session, shownUri: string, cancellation: { readonly cancelled: boolean }): Promise<AssociationFacts | Refused> {
  const { workspace } = session;
  const uri = fromClient(shownUri);
  const snapshot = await workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const nothing = { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
  if (!snapshot?.checked.table) return nothing;
  const surroundings = { documents: workspace.documents, disk: workspace.host.files, kernel: await workspace.kernel() };
  const found = await associationsOf(snapshot, surroundings, { cancellation, pause: () => workspace.host.pause() });
  if (!found) return nothing;
  if (isRefusal(found)) return refusal(session, uri, found);
  const { rows, whole, numeric, categorical } = found;
  const basis = whole ? say`Over all ${count(rows, 'row')}` : say`Over a sample of ${count(rows, 'row')}`;
  return { basis: words(session, basis), numeric: { ...numeric, note: noteOf(session, numeric) }, categorical: { ...categorical, note: noteOf(session, categorical) } };
}

/** What was left out, in words; empty where nothing was. */
const noteOf = (session: Session, { columns, all }: AssociationTable<string>): string =>
  (all > columns.length ? words(session, say`The first ${columns.length} of ${all} columns are compared.`) : '');
