import type { Column } from '../core/column.ts';
import { type Description, type FieldDescription, identifies } from '../core/description.ts';
import { name, say } from '../core/message.ts';
import type { Reading } from '../core/reading.ts';
import type { TableView } from '../core/rule.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { learnable } from '../engine/learnable.ts';
import { isDescriptionUri } from '../engine/registry.ts';
import type { ColumnFacts, DatasetFacts, Refused } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { refusal } from './shared/refusals.ts';
import { dialectOf } from './shared/reports.ts';
import { type Session, fromClient, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** What templates and benchmarks start from: what the description declares, and what the data suggests where it is silent. */
export default defineFeature({
  register: answerOwn('lintel/dataset', async (session, { uri }) => datasetFacts(session, uri)),
});

async function datasetFacts(session: Session, shownUri: string): Promise<DatasetFacts | Refused> {
  const uri = await dataOf(session, fromClient(shownUri));
  if (uri === undefined) return { refused: words(session, say`${name(fileNameOf(fromClient(shownUri)))} names no data that is there.`) };
  const snapshot = await session.workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const { table, reading } = snapshot?.checked ?? {};
  if (!snapshot || !table || !reading) return { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
  return factsOf(session, snapshot, table, reading);
}

/** A data document stands for itself, a description for the first of its data that is there. */
async function dataOf({ workspace }: Session, uri: string): Promise<string | undefined> {
  if (!isDescriptionUri(uri)) return uri;
  return (await workspace.named(uri))[0];
}

function factsOf(session: Session, snapshot: Snapshot, table: TableView, reading: Reading): DatasetFacts {
  const { uri, found, format, masks } = snapshot;
  const description: Description = learnable(snapshot) ?? { resources: [] };
  const fields = description.resources[0]?.fields ?? [];
  return {
    uri: toClient(session, uri),
    descriptionUri: found ? toClient(session, found.described.uri) : null,
    description,
    name: description.name ?? table.name,
    format: format.id,
    rows: table.records,
    columns: table.columns.map((column, i) => columnFacts(column, fields[i], masks(column.index) !== undefined)),
    ml: description.ml ?? {},
    mlDeclared: found?.described.description.ml !== undefined,
    missingValues: reading.nullTokens,
    dialect: dialectOf(reading),
  };
}

function columnFacts({ name: called, summary }: Column, field: FieldDescription | undefined, isMasked: boolean): ColumnFacts {
  const numbers = isMasked ? undefined : summary.numbers;
  return {
    name: called,
    type: field?.type ?? 'any',
    missing: summary.missing,
    distinct: summary.distinct.count,
    distinctExact: summary.distinct.exact,
    personal: field?.privacy !== undefined,
    identifies: identifies(field),
    min: numbers?.min ?? null,
    max: numbers?.max ?? null,
  };
}
