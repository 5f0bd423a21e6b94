import type { Finding, FindingFix } from '../core/finding.ts';
import type { Refusal } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import { count, name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';
import { foundFor, type DataCheckSetup, type FoundDescription } from '../engine/dataCheck.ts';
import { homeOf } from '../engine/descriptionParts.ts';
import { changesData } from '../engine/fixes.ts';
import { masksOf } from '../engine/mask.ts';
import { planMending } from '../engine/mend.ts';
import { planTextMending } from '../engine/mendText.ts';
import { discover } from '../engine/discover.ts';
import { isDatasetName, isDescriptionUri } from '../engine/registry.ts';
import { writeBack } from '../engine/text/writeBack.ts';
import { applyNodeEdits, editNode } from '../metadata/document/edit.ts';
import { unifiedDiff } from '../report/diff.ts';
import { readText } from '../util/readFile.ts';
import { fileNameOf } from '../util/uri.ts';
import type { CheckInvocation, FixWishes } from './arguments.ts';
import { checkSnapshot } from './check.ts';
import { write } from './output.ts';
import { unwritable } from './refusals.ts';
import { STRIPS, stripImages } from './stripImages.ts';
import type { Surroundings } from './surroundings.ts';

/** Places that are mended in one round; what is left is found again in the next, so that memory does not grow with the file. */
const FIX_LIMIT = 200_000;
/** One fix may uncover another; fixes that undo each other end here. */
const MOST_ROUNDS = 50;

/** What mending did, in words for standard error. */
export interface Mended {
  readonly done: readonly Message[];
  readonly failures: readonly Message[];
}

/** Makes the wanted fixes in all files below the named paths, or prints what they would change. */
export async function mend(invocation: CheckInvocation, wishes: FixWishes, only: ReadonlySet<string> | undefined, surroundings: Surroundings): Promise<Mended> {
  const done: Message[] = [];
  const failures: Message[] = [];
  for await (const uri of filesOf(invocation, surroundings)) {
    if (!(only?.has(uri) ?? true)) continue;
    const mended = await mendFile(uri, wishes, invocation.heavy, surroundings);
    if (typeof mended === 'number') {
      const places = count(mended, 'place');
      const file = name(surroundings.show(uri));
      if (mended > 0) done.push(wishes.dryRun ? say`${file}: ${places} would be fixed` : say`${file}: ${places} fixed`);
    } else failures.push(mended);
  }
  if (wishes.unsafe.includes(STRIPS)) {
    for await (const { uri, refused } of stripImages(wishes.dryRun, invocation.exclude, surroundings)) {
      const file = name(surroundings.show(uri));
      if (refused) failures.push(unwritable(surroundings.show(uri), refused));
      else done.push(wishes.dryRun ? say`${file}: metadata that leads to a person would be taken out` : say`${file}: metadata that leads to a person was taken out`);
    }
  }
  return { done, failures };
}

async function* filesOf({ exclude }: CheckInvocation, { host, named, configurations }: Surroundings): AsyncGenerator<string> {
  for (const { uri } of named) {
    const facts = await host.files.stat(uri);
    if (isRefusal(facts)) continue;
    if (facts.kind === 'file') yield uri;
    else {
      for await (const found of discover(host.files, { root: uri, include: [], exclude, accepts: isDatasetName })) {
        if (!await configurations.excludes(found)) yield found;
      }
    }
  }
}

/** Rounds of check and fix until nothing is left to fix; returns how many places were. */
async function mendFile(uri: string, wishes: FixWishes, heavy: boolean, surroundings: Surroundings): Promise<number | Message> {
  let fixed = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const made = await mendOnce(uri, wishes, heavy, surroundings);
    if (typeof made === 'object') return unwritable(surroundings.show(uri), made);
    fixed += made;
    if (made === 0 || wishes.dryRun) break;
  }
  return fixed;
}

async function mendOnce(uri: string, wishes: FixWishes, heavy: boolean, surroundings: Surroundings): Promise<number | Refusal> {
  const { host, show, configurations } = surroundings;
  const facts = await host.files.stat(uri);
  if (isRefusal(facts)) return facts;
  let outcome: number | Refusal = 0;
  const afterwards: DataCheckSetup['afterwards'] = async (checked, context) => {
    const fixes = wanted(checked.findings, wishes).filter(({ change }) => changesData(change));
    if (fixes.length === 0) return;
    const { source, reading: { dialect: { values } } } = context.readable;
    if (values === 'typed') {
      outcome = { refused: 'not-text', detail: 'cells are no text' };
      return;
    }
    const { edits, records } = await (values === undefined ? planMending : planTextMending)(fixes, context, wishes.dryRun);
    outcome = edits.length;
    if (wishes.dryRun) await write(unifiedDiff(show(uri), records, masksOf(checked.table, (await configurations.for(uri)).configuration.quoteValues)));
    else if (edits.length > 0) outcome = await host.files.replace(uri, facts, sink => writeBack(source, edits, sink)) ?? edits.length;
  };
  const snapshot = await checkSnapshot(uri, { heavy, fixLimit: FIX_LIMIT, afterwards }, surroundings);
  if (!snapshot) return 0;
  if ('refused' in snapshot) return snapshot.refused === 'no-format' ? 0 : { refused: snapshot.refused, detail: snapshot.detail };
  if (typeof outcome !== 'number') return outcome;
  let made: number = outcome;
  for (const [target, nodes] of fixesByHome(snapshot.checked.findings, wishes, snapshot.found)) {
    const mended = await mendDescription(target, nodes, wishes.dryRun, surroundings);
    if (typeof mended !== 'number') return mended;
    made += mended;
  }
  return made;
}

/** Changes of the description, by the document that each is made in. */
function fixesByHome(findings: readonly Finding[], wishes: FixWishes, nearest: FoundDescription | undefined): ReadonlyMap<string, readonly FindingFix[]> {
  const homes = new Map<string, FindingFix[]>();
  for (const finding of nearest ? findings.flatMap(one => [one, ...one.likewise ?? []]) : []) {
    for (const fix of wanted([finding], wishes)) {
      if (!nearest || changesData(fix.change)) continue;
      const found = foundFor(nearest, finding);
      const { uri, path } = homeOf(found.described.uri, found.parsed, fix.change.path);
      homes.set(uri, [...(homes.get(uri) ?? []), { ...fix, change: { ...fix.change, path } }]);
    }
  }
  return homes;
}

const wanted = (findings: readonly Finding[], { safe, unsafe }: FixWishes): readonly FindingFix[] =>
  findings.flatMap(({ rule, fix }) => (fix && ((safe && fix.safety === 'safe') || unsafe.includes(rule)) ? [fix] : []));

/** Changes of a description are made one after the other, since each moves what comes after it. */
async function mendDescription(uri: string, fixes: readonly FindingFix[], dryRun: boolean, { host: { files } }: Surroundings): Promise<number | Refusal> {
  const facts = await files.stat(uri);
  const before = await readText(files, uri, 16 * 1024 * 1024);
  if (isRefusal(facts)) return facts;
  if (typeof before !== 'string') return before;
  if (!isDescriptionUri(uri) || dryRun) return 0;
  let made = 0;
  const after = fixes.reduce((text, { change }) => {
    const edits = changesData(change) ? [] : editNode(text, fileNameOf(uri), change);
    made += edits.length > 0 ? 1 : 0;
    return applyNodeEdits(text, edits);
  }, before);
  if (after === before) return 0;
  return await files.replace(uri, facts, sink => sink.write(new TextEncoder().encode(after)).then(() => undefined)) ?? made;
}
