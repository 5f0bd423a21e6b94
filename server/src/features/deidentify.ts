import type { CancellationToken } from 'vscode-languageserver';
import { name, say, type Message } from '../core/message.ts';
import { deidentify, isFailure, type Failure } from '../engine/deidentify/deidentify.ts';
import { isWrongPlan, planOf } from '../engine/deidentify/readPlan.ts';
import type { DeidentifyFacts, DeidentifyParams } from '../protocol/deidentify.ts';
import type { Refused } from '../protocol/messages.ts';
import { columnLabel, notesOf } from '../report/deidentified.ts';
import { fileNameOf } from '../util/uri.ts';
import { deidentifySetup } from './shared/deidentifySetup.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** Makes a copy of a dataset that points at nobody, or says what would come of it. */
export default defineFeature({
  register: answerOwn('lintel/deidentify', run),
});

async function run(session: Session, { uri: shownUri, plan: given, target, over, keys }: DeidentifyParams, token: CancellationToken): Promise<DeidentifyFacts | Refused> {
  const uri = fromClient(shownUri);
  const plan = planOf(given);
  if (isWrongPlan(plan)) return { refused: words(session, say`The plan cannot be followed: ${plan.wrong}.`) };
  const outcome = await deidentify({ uri, plan, target: target === null ? undefined : fromClient(target), over }, deidentifySetup(session, keys, token));
  if (isFailure(outcome)) return refusedBy(session, outcome, uri);
  const columns = outcome.prepared.columns.flatMap(({ column }, i) => {
    const [label, tally, [example]] = [columnLabel(outcome, i), outcome.run.columns[i], outcome.examples[i] ?? []];
    if (!label) return [];
    return [{ name: column.name, label: words(session, label), changed: tally?.changed ?? 0, emptied: tally?.emptied ?? 0, example: example ? `${example.before} → ${example.after}` : '' }];
  });
  const { read, written } = outcome.run.rows;
  return { rows: { read, written }, columns, notes: notesOf(outcome).map(note => words(session, note)), written: outcome.written.map(one => toClient(session, one)) };
}

function refusedBy(session: Session, failure: Failure, uri: string): Refused {
  if (failure === 'cancelled') return { refused: words(session, say`The question was taken back.`) };
  if ('wrong' in failure) return { refused: words(session, say`The plan cannot be followed: ${failure.wrong}.`) };
  const unwritten = failure.uri === uri ? undefined : UNWRITTEN[failure.refused];
  return unwritten ? { refused: words(session, unwritten(fileNameOf(failure.uri))) } : refusal(session, failure.uri, { refused: failure.refused, detail: '' });
}

/** Why something cannot be written, where that is another sentence than why it cannot be read. */
const UNWRITTEN: Readonly<Partial<Record<string, (file: string) => Message>>> = {
  'not-permitted': file => say`${name(file)} cannot be written: the system refuses permission. Choose another folder.`,
  'outside-workspace': file => say`${name(file)} would lie outside of the workspace. Choose a folder in it.`,
  missing: file => say`${name(file)} cannot be written: its folder does not exist.`,
  exists: file => say`${name(file)} exists already and is left as it is.`,
};
