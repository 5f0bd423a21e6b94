import type { Finding } from '../core/finding.ts';
import { isRefusal, type Refusal } from '../core/host.ts';
import { fileNameOf } from '../util/uri.ts';
import type { Snapshot } from './dataCheck.ts';
import type { Control } from './pass.ts';
import { type PrivacyDataset, privacyTable, type PrivacyTable } from './privacyFacts.ts';
import { applyProfiles } from './profiles.ts';
import type { RowSurroundings } from './readRows.ts';
import { isPrivacyRule } from './registry.ts';

/** What datasets are made of: tables that were checked, and what was found in their descriptions. */
export interface DatasetParts {
  readonly snapshots: readonly Snapshot[];
  /** By the URI of a description. */
  readonly descriptionFindings: ReadonlyMap<string, readonly Finding[]>;
  readonly surroundings: RowSurroundings;
  readonly today: Date;
  show(uri: string): string;
}

/** One dataset for each description, and one for each table that nothing describes. */
export async function privacyDatasets(parts: DatasetParts, control: Control): Promise<readonly PrivacyDataset[] | Refusal> {
  const groups = new Map<string, Snapshot[]>();
  for (const snapshot of parts.snapshots) {
    const key = snapshot.found?.described.uri ?? snapshot.uri;
    groups.set(key, [...(groups.get(key) ?? []), snapshot]);
  }
  const datasets: PrivacyDataset[] = [];
  for (const [uri, snapshots] of groups) {
    const tables: PrivacyTable[] = [];
    for (const snapshot of snapshots) {
      const table = await privacyTable(snapshot, parts.show(snapshot.uri), parts.surroundings, control);
      if (isRefusal(table)) return table;
      if (table) tables.push(table);
    }
    if (tables.length > 0) datasets.push(datasetOf(uri, snapshots, tables, parts));
  }
  return datasets;
}

function datasetOf(uri: string, [first]: readonly Snapshot[], tables: readonly PrivacyTable[], { descriptionFindings, today, show }: DatasetParts): PrivacyDataset {
  const description = first?.found?.described.description;
  if (!description) return { title: fileNameOf(uri), applied: [], tables, findings: [] };
  return {
    title: description.title ?? description.name ?? fileNameOf(uri), description, descriptionPath: show(uri), tables,
    applied: applyProfiles(description, { chosen: first?.configuration.profiles ?? [], today }).applied,
    findings: (descriptionFindings.get(uri) ?? []).filter(({ rule }) => isPrivacyRule(rule)),
  };
}
