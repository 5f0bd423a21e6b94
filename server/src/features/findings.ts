import type { Finding, Spot } from '../core/finding.ts';
import { type Message, count, name, say } from '../core/message.ts';
import { SEVERITIES, type Severity } from '../core/problem.ts';
import type { StoredSet } from '../engine/store.ts';
import { fileNameOf } from '../util/uri.ts';
import { type Session, type ToRange, fromClient, rangesFor, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** All findings of a document as text, with every place that is known: what an editor shows may be cut. */
export default defineFeature({
  register: answerOwn('lintel/findings', async (session, { uri }) => {
    const set = session.workspace.store.get(fromClient(uri));
    return set ? { text: await listing(session, set) } : null;
  }),
});

async function listing(session: Session, set: StoredSet): Promise<string> {
  const toRange = await rangesFor(session, set.uri);
  const inOrder = SEVERITIES.flatMap(severity => set.findings.filter(finding => finding.severity === severity));
  const places = set.findings.reduce((sum, finding) => sum + finding.count, 0);
  const title = words(session, say`${name(fileNameOf(set.uri))}: ${count(set.findings.length, 'finding')} at ${count(places, 'place')}`);
  const notices = set.notices.map(notice => words(session, notice));
  return [title, ...notices, ...inOrder.map(finding => `\n${entry(session, finding, toRange)}`)].join('\n') + '\n';
}

function entry(session: Session, finding: Finding, toRange: ToRange): string {
  const { primary, spots, severity, rule, message, count: all } = finding;
  const own = [primary, ...spots].filter(({ uri }) => uri === primary.uri).map(spot => placeOf(spot, toRange));
  const lines = [...new Set(own)].map(place => `  ${place}`);
  const left = all - spots.length;
  const more = left > 0 ? [`  ${words(session, say`and ${count(left, 'place')} more`)}`] : [];
  return [`${words(session, LABELS[severity])} · ${rule} · ${words(session, message)}`, ...lines, ...more].join('\n');
}

/** As editors and compilers write places: line and character, both from 1. */
function placeOf({ range }: Spot, toRange: ToRange): string {
  const { start } = toRange(range);
  return `${start.line + 1}:${start.character + 1}`;
}

const LABELS: Readonly<Record<Severity, Message>> = {
  error: say`error`, warning: say`warning`, information: say`information`, hint: say`hint`,
};
