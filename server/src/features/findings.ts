import type { Finding, Spot } from '../core/finding.ts';
import { type Message, count, name, say } from '../core/message.ts';
import { SEVERITIES, type Severity } from '../core/problem.ts';
import type { ListedFinding, Requests } from '../protocol/messages.ts';
import type { StoredSet } from '../engine/store.ts';
import { fileNameOf } from '../util/uri.ts';
import { type Session, type ToRange, fromClient, rangesFor, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** All findings of a document as text, with every place that is known: what an editor shows may be cut. */
export default defineFeature({
  register: answerOwn('lintel/findings', async (session, { uri }) => {
    const set = session.workspace.store.get(fromClient(uri));
    return set ? listing(session, set) : null;
  }),
});

async function listing(session: Session, set: StoredSet): Promise<Requests['lintel/findings']['result']> {
  const toRange = await rangesFor(session, set.uri);
  const inOrder = SEVERITIES.flatMap(severity => set.findings.filter(finding => finding.severity === severity));
  const findings = inOrder.map(finding => listed(session, finding, toRange));
  const places = set.findings.reduce((sum, finding) => sum + finding.count, 0);
  const title = words(session, say`${name(fileNameOf(set.uri))}: ${count(set.findings.length, 'finding')} at ${count(places, 'place')}`);
  const notices = set.notices.map(notice => words(session, notice));
  const entries = findings.map((finding, i) => `\n${entry(session, finding, finding.count - (inOrder[i]?.spots.length ?? 0))}`);
  return { text: `${[title, ...notices, ...entries].join('\n')}\n`, findings };
}

function listed(session: Session, { primary, spots, severity, rule, message, count: all }: Finding, toRange: ToRange): ListedFinding {
  const own = [primary, ...spots].filter(({ uri }) => uri === primary.uri).map(spot => placeOf(spot, toRange));
  return { severity, rule, message: words(session, message), count: all, places: [...new Set(own)] };
}

function entry(session: Session, { severity, rule, message, places }: ListedFinding, left: number): string {
  const more = left > 0 ? [`  ${words(session, say`and ${count(left, 'place')} more`)}`] : [];
  return [`${words(session, LABELS[severity])} · ${rule} · ${message}`, ...places.map(place => `  ${place}`), ...more].join('\n');
}

/** As editors and compilers write places: line and character, both from 1. */
function placeOf({ range }: Spot, toRange: ToRange): string {
  const { start } = toRange(range);
  return `${start.line + 1}:${start.character + 1}`;
}

const LABELS: Readonly<Record<Severity, Message>> = {
  error: say`error`, warning: say`warning`, information: say`information`, hint: say`hint`,
};
