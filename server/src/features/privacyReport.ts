import { isRefusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { privacyDatasets } from '../engine/privacyDatasets.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import type { Refused } from '../protocol/messages.ts';
import { type ReportFormat, writePrivacyReport } from '../report/privacy/report.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';
import type { CancellationToken } from 'vscode-languageserver';

/** The privacy report of a dataset, as Markdown or as a page. */
export default defineFeature({
  register: answerOwn('lintel/privacyReport', (session, { uri, format }, token) => privacyReport(session, uri, format, token)),
});

async function privacyReport(session: Session, shownUri: string, format: ReportFormat, token: CancellationToken): Promise<{ readonly text: string } | Refused> {
  const { workspace } = session;
  const { host } = workspace;
  const uri = fromClient(shownUri);
  const snapshots = await snapshotsOf(session, uri);
  if ('refused' in snapshots) return snapshots;
  const descriptionFindings = new Map(snapshots.flatMap(({ found }) => (found ? [[found.described.uri, workspace.store.get(found.described.uri)?.findings ?? []] as const] : [])));
  const surroundings = { documents: workspace.documents, disk: host.files, kernel: await workspace.kernel() };
  const control = { cancellation: { get cancelled() { return token.isCancellationRequested; } }, pause: () => host.pause() };
  const datasets = await privacyDatasets({ snapshots, descriptionFindings, surroundings, today: host.today(), show: fileNameOf }, control);
  if (isRefusal(datasets)) return refusal(session, uri, datasets);
  const day = host.today().toISOString().slice(0, 10);
  return { text: writePrivacyReport({ datasets, day, locale: session.client.locale }, format) };
}

/** The table itself, or all tables a description names. */
async function snapshotsOf(session: Session, uri: string): Promise<readonly Snapshot[] | Refused> {
  const { workspace } = session;
  const own = isDescriptionUri(uri) ? workspace.describedBy(uri) : [uri];
  const found: Snapshot[] = [];
  for (const each of own) {
    const snapshot = await workspace.snapshot(each);
    if (snapshot && 'refused' in snapshot && own.length === 1) return refusal(session, each, snapshot);
    if (snapshot && 'checked' in snapshot && snapshot.checked.table) found.push(snapshot);
  }
  return found.length > 0 ? found : { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
}
