import type { Column } from '../core/column.ts';
import type { Finding } from '../core/finding.ts';
import { type Message, count, name, say } from '../core/message.ts';
import type { ColumnProfile } from '../core/profile.ts';
import { type Snapshot, contributionsOf } from '../engine/dataCheck.ts';
import { NO_RANGE } from '../engine/findings.ts';
import type { ColumnFactsInFull, ProfileFacts, ProfileFinding, Refused } from '../protocol/messages.ts';
import { chatLines } from '../report/chatLines.ts';
import { CLASS_NAMES, profileOf } from '../report/profile.ts';
import { linesOf } from '../report/profileText.ts';
import { fileNameOf } from '../util/uri.ts';
import { picturesOf } from './shared/pictures.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, type ToRange, fromClient, rangesFor, toClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** What the columns of a dataset hold, for a view beside it. */
export default defineFeature({
  register: answerOwn('lintel/profile', async (session, { uri }) => profileFacts(session, uri)),
});

/** Places of one finding that the view can jump to. */
const PLACES = 50;

async function profileFacts(session: Session, shownUri: string): Promise<ProfileFacts | Refused> {
  const uri = fromClient(shownUri);
  if (!session.spellings.has(uri)) session.spellings.set(uri, shownUri);
  const snapshot = await session.workspace.snapshot(uri);
  if (snapshot && 'refused' in snapshot) return refusal(session, uri, snapshot);
  const table = snapshot?.checked.table;
  if (!snapshot || !table) return { refused: words(session, say`${name(fileNameOf(uri))} holds no table.`) };
  const toRange = await rangesFor(session, uri);
  const findings = contributionsOf(snapshot).find(contribution => contribution.uri === uri)?.findings ?? [];
  const about = (column: number): readonly ProfileFinding[] =>
    findings.filter(finding => isAbout(finding, column)).map(finding => findingFacts(session, finding, toRange));
  const { images } = snapshot.checked;
  const profile = profileOf(table, fileNameOf(uri), snapshot.masks);
  return {
    uri: toClient(session, uri),
    subject: words(session, say`${count(table.records, 'row')}, ${count(table.columns.length, 'column')}, ${found(images ? snapshot.checked.findings.length : findings.length)}`),
    hasText: snapshot.checked.layout?.hasText ?? true,
    columns: profile.columns.map((column, index) => columnFacts(session, snapshot, column, { index, toRange, findings: about(index), seen: table.columns[index] })),
    findings: about(-1),
    notices: [...chatLines(table.chat), ...snapshot.checked.notices].map(notice => words(session, notice)),
    ...(images && { pictures: picturesOf(session, images, uri, snapshot.checked.findings) }),
  };
}

/** One finding may be about several columns: it stands at the header of each. */
const isAbout = (finding: Finding, column: number): boolean =>
  finding.column === column || (finding.column >= 0 && finding.spots.some(({ place }) => place.at === 'header' && place.column === column));

interface Placed {
  readonly index: number;
  readonly toRange: ToRange;
  readonly findings: readonly ProfileFinding[];
  readonly seen: Column | undefined;
}

function columnFacts(session: Session, { checked }: Snapshot, profile: ColumnProfile, { index, toRange, findings, seen }: Placed): ColumnFactsInFull {
  const header = checked.layout?.headers[index]?.range ?? NO_RANGE;
  const described = seen?.field?.description;
  const lines: readonly Message[] = [...(described === undefined ? [] : [say`${name(described)}`]), ...linesOf(profile)];
  return {
    ...profile, index, findings,
    typeText: words(session, profile.type ? CLASS_NAMES[profile.type] : say`no value present`),
    lines: lines.map(line => words(session, line)),
    header: toRange(header),
  };
}

function findingFacts(session: Session, finding: Finding, toRange: ToRange): ProfileFinding {
  const { rule, severity, message, spots, primary } = finding;
  const here = (spots.length > 0 ? spots : [primary]).filter(({ uri }) => uri === primary.uri);
  return {
    rule, severity, count: finding.count, message: words(session, message),
    places: here.slice(0, PLACES).map(({ place, range }) => ({ ...('row' in place && { row: place.row }), range: toRange(range) })),
  };
}

const found = (findings: number): Message => (findings === 1 ? say`1 finding` : say`${findings} findings`);
