import { name, say } from '../core/message.ts';
import { presetsFor, treatmentLabel } from '../engine/deidentify/presets.ts';
import { suggestPlan } from '../engine/deidentify/suggest.ts';
import { allDetectors } from '../engine/registry.ts';
import { suggestRoles } from '../engine/suggestRoles.ts';
import type { DeidentifyOffer } from '../protocol/deidentify.ts';
import type { Refused } from '../protocol/messages.ts';
import { childOf, fileNameOf, folderOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** What could be done so that a copy of a dataset points at nobody, with what annotations and detectors suggest. */
export default defineFeature({
  register: answerOwn('lintel/deidentifyOffer', (session, { uri }) => offer(session, uri)),
});

async function offer(session: Session, shownUri: string): Promise<DeidentifyOffer | Refused> {
  const uri = fromClient(shownUri);
  session.spellings.set(uri, shownUri);
  const snapshot = await session.workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const { table, reading } = snapshot?.checked ?? {};
  if (!snapshot || !table || !reading) return { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
  const suggestions = suggestPlan(table.columns);
  return {
    uri: toClient(session, uri),
    columns: table.columns.map((column, i) => {
      const { use = 'keep', parameters = {}, reason = say`nothing personal was found` } = suggestions[i] ?? {};
      return {
        name: column.name,
        suggested: { use, parameters, label: words(session, treatmentLabel(use, parameters, column)), reason: words(session, reason) },
        choices: presetsFor(column).map(({ label, ...treatment }) => ({ ...treatment, label: words(session, label) })),
      };
    }),
    quasiIdentifiers: suggestRoles(table.columns, allDetectors).quasiIdentifiers.map(column => column.name),
    target: targetOf(uri, snapshot.format.id === 'jsonl' && (reading.container ?? 'lines') === 'lines'),
  };
}

/** Beside the source, with an ending that fits what is written. */
function targetOf(uri: string, isLines: boolean): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]+)?(?:\.gz)?$/i.exec(fileNameOf(uri)) ?? [];
  const fitting = isLines ? /^\.(?:jsonl|ndjson)$/i : /^\.(?:csv|tsv|tab|psv)$/i;
  return childOf(folderOf(uri), `${stem}.deidentified${fitting.test(ending) ? ending : isLines ? '.jsonl' : '.csv'}`);
}
