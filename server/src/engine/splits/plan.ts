import type { SplitRole } from '../../core/description.ts';
import { SPLIT_ROLES } from '../../core/description.ts';
import type { Files } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { SplitPair } from '../../core/rule.ts';
import { splitFileOf, splitFolderOf, type SplitFile } from '../../util/splitNames.ts';
import { canonicalUri, childOf, fileNameOf, folderOf } from '../../util/uri.ts';
import type { Described } from '../described.ts';
import { filesOfResource } from '../resourcePaths.ts';

/** Files that are one table, and what it is called. */
export interface TablePlan {
  readonly name: string;
  readonly uris: readonly string[];
}

/** Files that one file is to be held against, as one table. */
export interface PartnerPlan extends TablePlan, Pick<SplitPair, 'relation' | 'role' | 'known'> {}

/** Files of one part that are read; a part of more is judged by the first ones. */
export const MOST_SHARDS = 32;

/** What a file is to be held against: as its description says or, where that names no splits, as the names of the files next to it say. */
export async function planPartners(uri: string, described: Described | undefined, files: Files): Promise<readonly PartnerPlan[]> {
  const declared = described && await planDeclared(uri, described, files);
  return declared ?? planByNames(uri, files);
}

async function planDeclared(uri: string, { uri: base, description, resource }: Described, files: Files): Promise<readonly PartnerPlan[] | undefined> {
  const splits = description.ml?.splits;
  if (!splits) return undefined;
  if (splits.column !== undefined) return [];
  const role = SPLIT_ROLES.find(one => splits.parts[one]?.includes(resource.name));
  if (!role) return [];
  const urisOf = async (part: SplitRole): Promise<readonly string[]> => {
    const uris: string[] = [];
    for (const one of description.resources) if (splits.parts[part]?.includes(one.name)) uris.push(...await filesOfResource(files, base, one));
    return uris;
  };
  return plansOf(uri, role, await urisOf('train'), await urisOf(role), 'description');
}

async function planByNames(uri: string, files: Files): Promise<readonly PartnerPlan[]> {
  const own = splitFileOf(fileNameOf(uri));
  if (!own) return planByFolders(uri, files);
  const folder = folderOf(uri);
  const siblings = (await namesIn(folder, files)).flatMap(name => siblingOf(childOf(folder, name), splitFileOf(name), own));
  return planAmong(siblings, uri, own.role);
}

/** `train/data.csv` and `test/data.csv`: the folders next to that of the file are for other parts, and hold a file of the same name. */
async function planByFolders(uri: string, files: Files): Promise<readonly PartnerPlan[]> {
  const folder = folderOf(uri);
  const own = splitFolderOf(fileNameOf(folder), fileNameOf(uri));
  if (!own) return [];
  const above = folderOf(folder);
  const parts = (await namesIn(above, files)).filter(name => name.endsWith('/')).map(name => name.slice(0, -1)).filter(name => splitFileOf(name));
  const siblings = await Promise.all(parts.map(async part => {
    const there = childOf(above, part);
    return (await namesIn(there, files)).flatMap(name => siblingOf(childOf(there, name), splitFolderOf(part, name), own));
  }));
  return planAmong(siblings.flat(), uri, own.role);
}

async function namesIn(folder: string, files: Files): Promise<readonly string[]> {
  const names = await files.list(folder);
  return isRefusal(names) ? [] : names;
}

interface Sibling {
  readonly uri: string;
  readonly file: SplitFile;
}

const siblingOf = (uri: string, file: SplitFile | undefined, own: SplitFile): readonly Sibling[] =>
  (file && file.stem === own.stem && file.extension === own.extension ? [{ uri, file }] : []);

const planAmong = (siblings: readonly Sibling[], uri: string, role: SplitRole): readonly PartnerPlan[] =>
  plansOf(uri, role, filesOf(siblings, 'train'), filesOf(siblings, role), 'names');

/** The one file of a part or, where it has none, all its shards in order. */
function filesOf(siblings: readonly Sibling[], role: SplitRole): readonly string[] {
  const ofRole = siblings.filter(({ file }) => file.role === role).sort((a, b) => (a.file.shard ?? -1) - (b.file.shard ?? -1) || (a.uri < b.uri ? -1 : 1));
  const [first] = ofRole;
  return (first?.file.shard === undefined ? ofRole.slice(0, 1) : ofRole).map(({ uri }) => uri);
}

function plansOf(uri: string, role: SplitRole, training: readonly string[], same: readonly string[], known: 'description' | 'names'): readonly PartnerPlan[] {
  const plans: PartnerPlan[] = [];
  const isOwn = (other: string): boolean => canonicalUri(other) === canonicalUri(uri);
  const [first] = same;
  if (role !== 'train' && training.length > 0 && !training.some(isOwn)) {
    plans.push({ name: nameOf(training, uri), uris: training.slice(0, MOST_SHARDS), relation: 'evaluation', role, known });
  }
  if (first !== undefined && same.length > 1 && !isOwn(first)) plans.push({ name: nameOf([first], uri), uris: [first], relation: 'shard', role, known });
  return plans;
}

/** What tells a file from the one that is checked: its name or, where that is the same, its folder too. */
function nameOf([first = '']: readonly string[], own: string): string {
  const name = fileNameOf(first);
  return name === fileNameOf(own) ? `${fileNameOf(folderOf(first))}/${name}` : name;
}
