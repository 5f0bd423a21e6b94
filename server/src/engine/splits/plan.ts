import type { SplitRole } from '../../core/description.ts';
import { SPLIT_ROLES } from '../../core/description.ts';
import type { Files } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { SplitPair } from '../../core/rule.ts';
import { splitFileOf, type SplitFile } from '../../util/splitNames.ts';
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
  if (!own) return [];
  const folder = folderOf(uri);
  const names = await files.list(folder);
  if (isRefusal(names)) return [];
  const siblings = names.flatMap(name => {
    const file = splitFileOf(name);
    return file && file.stem === own.stem && file.extension === own.extension ? [{ name, file }] : [];
  });
  const urisOf = (role: SplitRole): readonly string[] => filesOf(siblings, role).map(name => childOf(folder, name));
  return plansOf(uri, own.role, urisOf('train'), urisOf(own.role), 'names');
}

/** The one file of a part or, where it has none, all its shards in order. */
function filesOf(siblings: readonly { readonly name: string; readonly file: SplitFile }[], role: SplitRole): readonly string[] {
  const ofRole = siblings.filter(({ file }) => file.role === role).sort((a, b) => (a.file.shard ?? -1) - (b.file.shard ?? -1) || (a.name < b.name ? -1 : 1));
  const [first] = ofRole;
  return (first?.file.shard === undefined ? ofRole.slice(0, 1) : ofRole).map(({ name }) => name);
}

function plansOf(uri: string, role: SplitRole, training: readonly string[], same: readonly string[], known: 'description' | 'names'): readonly PartnerPlan[] {
  const plans: PartnerPlan[] = [];
  const isOwn = (other: string): boolean => canonicalUri(other) === canonicalUri(uri);
  const [first] = same;
  if (role !== 'train' && training.length > 0 && !training.some(isOwn)) {
    plans.push({ name: nameOf(training), uris: training.slice(0, MOST_SHARDS), relation: 'evaluation', role, known });
  }
  if (first !== undefined && same.length > 1 && !isOwn(first)) plans.push({ name: nameOf([first]), uris: [first], relation: 'shard', role, known });
  return plans;
}

const nameOf = ([first = '']: readonly string[]): string => fileNameOf(first);
