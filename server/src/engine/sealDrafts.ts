import type { FileSeal } from '../core/description.ts';
import { isRefusal, type Files } from '../core/host.ts';
import type { NodePath } from '../core/place.ts';
import type { MetadataStandard, SealChange } from '../core/standard.ts';
import { applyNodeEdits, editNode } from '../metadata/document/edit.ts';
import { readText } from '../util/readFile.ts';
import { fileNameOf } from '../util/uri.ts';
import { allFound, type FoundDescription, type Snapshot } from './dataCheck.ts';
import { homeOf } from './descriptionParts.ts';
import { resourceOf } from './descriptions.ts';
import { describedAs, LIMIT, OWN, type Draft, type DraftSurroundings, type Undrafted } from './drafts.ts';
import { allStandards, standardOf } from './registry.ts';
import { sealFile } from './seal.ts';

/** What becomes of the descriptions of a file that is sealed. */
export interface SealedDrafts {
  /** Every description that has words for a seal; the one with the profile is the last. */
  readonly drafts: readonly Draft[];
  /** Descriptions of the file that have no place for a seal. */
  readonly without: readonly string[];
}

/**
 * The descriptions that name a file with its seal as it is on disk. What their standards have no words for stands in a Data Package: the one that names
 * the file, or one beside it.
 */
export async function sealedAs(files: Files, snapshot: Snapshot, surroundings: DraftSurroundings): Promise<SealedDrafts | Undrafted | undefined> {
  const { uri, checked: { table }, masks } = snapshot;
  if (!table) return undefined;
  const seal = await sealFile(files, uri, table, masks);
  if (isRefusal(seal)) return { ...seal, uri };
  const drafts: Draft[] = [];
  const without: string[] = [];
  const named = allFound(snapshot.found);
  const [home, ...twins] = named.filter(isPackage);
  for (const found of [...named.filter(one => !isPackage(one)), ...twins]) {
    const draft = await sealedWhereItStands(files, found, seal);
    if (!draft) without.push(found.described.uri);
    else if ('refused' in draft) return draft;
    else if (draft.text !== draft.fresh) drafts.push(draft);
  }
  const last = home ? await sealedWhereItStands(files, home, seal) : await sealedBeside(files, snapshot, seal, surroundings);
  return !last || 'refused' in last ? last : { drafts: [...drafts, last], without };
}

const isPackage = ({ described }: FoundDescription): boolean => described.description.standard === OWN;

/** A description with the seal in it; `undefined` where it has no place for one. What it was before is the fresh text. */
async function sealedWhereItStands(files: Files, found: FoundDescription, seal: FileSeal): Promise<Draft | Undrafted | undefined> {
  const { described: { uri, resource }, parsed } = found;
  const homed = (path: NodePath): NodePath => homeOf(uri, parsed, path).path;
  const { uri: target } = homeOf(uri, parsed, resource.node);
  const text = await readText(files, target, LIMIT);
  if (typeof text !== 'string') return { ...text, uri: target };
  const standard = isPackage(found) ? own() : standardOf(target, text);
  const changes = standard?.seal?.(text, fileNameOf(target), resource, seal);
  return changes && { target, text: changed(text, target, changes.map(change => ({ ...change, path: homed(change.path) }))), fresh: text, exists: true };
}

const own = (): MetadataStandard | undefined => allStandards.find(({ id }) => id === OWN);

async function sealedBeside(files: Files, snapshot: Snapshot, seal: FileSeal, surroundings: DraftSurroundings): Promise<Draft | Undrafted | undefined> {
  const draft = await describedAs(files, snapshot, surroundings);
  if (!draft || 'refused' in draft) return draft;
  const standard = own();
  const description = standard?.read(draft.text, fileNameOf(draft.target)).description;
  const resource = description && resourceOf(description, draft.target, snapshot.uri);
  const changes = resource && standard?.seal?.(draft.text, fileNameOf(draft.target), resource, seal);
  return changes && { ...draft, text: changed(draft.text, draft.target, changes) };
}

const changed = (text: string, target: string, changes: readonly SealChange[]): string =>
  changes.reduce((now, change) => applyNodeEdits(now, editNode(now, fileNameOf(target), change)), text);
