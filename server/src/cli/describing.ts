import type { Description } from '../core/description.ts';
import { isRefusal } from '../core/host.ts';
import { list, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { writableStandards } from '../engine/convert.ts';
import type { Snapshot } from '../engine/dataCheck.ts';
import { describeTable } from '../engine/describe.ts';
import { partsOf } from '../engine/describeMl.ts';
import { Documents } from '../engine/documents.ts';
import { describedAs, withForeignKeys, type Draft, type DraftSurroundings, type Undrafted } from '../engine/drafts.ts';
import type { KeyedTable } from '../engine/findForeignKeys.ts';
import { findKey } from '../engine/findKey.ts';
import type { RowSurroundings } from '../engine/readRows.ts';
import { sealedAs, type SealedDrafts } from '../engine/sealDrafts.ts';
import { canonicalUri, fileNameOf } from '../util/uri.ts';
import type { DescribeInvocation, SealInvocation } from './arguments.ts';
import { checkSnapshot } from './check.ts';
import { namedFiles } from './namedFiles.ts';
import { complain, log, tell, write } from './output.ts';
import { failureOf, unwritable } from './refusals.ts';
import { createSurroundings, type Surroundings } from './surroundings.ts';

/** `lintel describe`: one description of all named tables, printed, or merged into what stands beside the data. */
export async function describe(invocation: DescribeInvocation & { readonly locale: string }): Promise<number> {
  const { locale, standard: id, write: writes } = invocation;
  const standard = writableStandards().find(each => each.id === id);
  if (!standard?.write) return complain([say`${name('--standard')} takes ${list(writableStandards().map(each => name(each.id)))}, not ${name(id)}`], locale);
  if (writes && id !== 'data-package') return complain([say`${name('--write')} goes with ${name('data-package')} alone`], locale);
  const surroundings = createSurroundings(invocation, log, { writes });
  if ('length' in surroundings) return complain(surroundings, locale);
  const { snapshots, failures } = await snapshotsOf(surroundings, invocation);
  const around = await rowsOf(surroundings, snapshots);
  if (writes) {
    for (const snapshot of snapshots) failures.push(...await writeDraft(await describedAs(surroundings.host.files, snapshot, around), surroundings, locale));
  } else {
    const drafts = await withKeys((await Promise.all(snapshots.map(snapshot => draftOf(snapshot, around)))).flatMap(draft => draft ?? []), around);
    if (drafts.length > 0) await write(standard.write(together(drafts)).text);
  }
  return failures.length > 0 ? complain(failures, locale) : 0;
}

/** `lintel seal`: size, digest and profile of every named table, written into the descriptions that name it. */
export async function seal(invocation: SealInvocation & { readonly locale: string }): Promise<number> {
  const { locale } = invocation;
  const surroundings = createSurroundings(invocation, log, { writes: true });
  if ('length' in surroundings) return complain(surroundings, locale);
  const { snapshots, failures } = await snapshotsOf(surroundings, invocation);
  const around = await rowsOf(surroundings, snapshots);
  for (const snapshot of snapshots) {
    const sealed = await sealedAs(surroundings.host.files, snapshot, around);
    if (!sealed || 'refused' in sealed) failures.push(...await writeDraft(sealed, surroundings, locale));
    else for (const draft of sealed.drafts) failures.push(...await writeDraft(draft, surroundings, locale));
    if (sealed && 'without' in sealed) tellWithout(sealed, surroundings, locale);
  }
  return failures.length > 0 ? complain(failures, locale) : 0;
}

function tellWithout({ drafts, without }: SealedDrafts, { show }: Surroundings, locale: string): void {
  const home = drafts.at(-1);
  for (const uri of home ? without : []) tell(say`${name(show(uri))} has no place for a seal; it stands in ${name(show(home?.target ?? ''))}`, locale);
}

/** Resources of all drafts in one; what is said of the whole is that of the first. */
function together([first, ...others]: readonly Description[]): Description {
  if (!first) return { resources: [] };
  const resources = [first, ...others].flatMap((draft, i) => draft.resources.map(resource => (i === 0 ? resource : { ...resource, node: ['resources', i] })));
  if (others.length === 0) return first;
  const whole = { ...first, resources };
  const { splits, target } = partsOf(whole) ?? {};
  if (!splits) return whole;
  return { ...whole, ml: { node: ['ml'], ...(target !== undefined && { target }), ...first.ml, splits } };
}

/** Tables that are not among those that were named are checked when they are asked for. */
async function rowsOf(surroundings: Surroundings, snapshots: readonly Snapshot[]): Promise<DraftSurroundings> {
  const { host, kernel } = surroundings;
  const snapshotOf = async (uri: string): Promise<Snapshot | undefined> => {
    const found = snapshots.find(one => canonicalUri(one.uri) === uri) ?? await checkSnapshot(uri, {}, surroundings);
    return found && 'refused' in found ? undefined : found;
  };
  return { documents: new Documents(), disk: host.files, kernel: await kernel(), snapshotOf };
}

interface Drafted {
  readonly snapshot: Snapshot;
  readonly description: Description;
}

async function draftOf(snapshot: Snapshot, around: RowSurroundings): Promise<Drafted | undefined> {
  const key = await findKey(snapshot, around, {});
  const description = describeTable(snapshot.checked, fileNameOf(snapshot.uri), snapshot.masks, isRefusal(key) ? undefined : key);
  return description && { snapshot, description };
}

/** Descriptions of tables with the keys that lead from one to another. */
async function withKeys(drafts: readonly Drafted[], around: RowSurroundings): Promise<readonly Description[]> {
  const keyed = drafts.flatMap(({ snapshot, description: { resources: [resource] } }): readonly KeyedTable[] => {
    const [key, ...others] = resource?.primaryKey ?? [];
    return resource && key !== undefined && others.length === 0 ? [{ snapshot, name: resource.name, key }] : [];
  });
  return Promise.all(drafts.map(({ snapshot, description }) => withForeignKeys(description, snapshot, keyed.filter(other => other.snapshot !== snapshot), around)));
}

interface Snapshots {
  readonly snapshots: readonly Snapshot[];
  readonly failures: Message[];
}

async function snapshotsOf(surroundings: Surroundings, { exclude }: { readonly exclude: readonly string[] }): Promise<Snapshots> {
  const snapshots: Snapshot[] = [];
  const failures: Message[] = [];
  for await (const uri of namedFiles(surroundings, exclude, failures)) {
    const snapshot = await checkSnapshot(uri, {}, surroundings);
    if (!snapshot || 'refused' in snapshot) failures.push(failureOf(surroundings.show(uri), snapshot ?? { refused: 'unreadable' }));
    else if (snapshot.checked.table) snapshots.push(snapshot);
    else failures.push(say`${name(surroundings.show(uri))} cannot be read as a table`);
  }
  return { snapshots, failures };
}

async function writeDraft(draft: Draft | Undrafted | undefined, { host: { files }, show }: Surroundings, locale: string): Promise<readonly Message[]> {
  if (!draft) return [];
  if ('refused' in draft) return [unwritable(draft.uri, draft)];
  const facts = await files.stat(draft.target);
  const bytes = new TextEncoder().encode(draft.text);
  const refused = isRefusal(facts) ? await files.write(draft.target, bytes) : await files.replace(draft.target, facts, sink => sink.write(bytes).then(() => undefined));
  if (refused) return [unwritable(show(draft.target), refused)];
  tell(say`${name(show(draft.target))} is written`, locale);
  return [];
}
