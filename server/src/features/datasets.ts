import type { CancellationToken } from 'vscode-languageserver';
import type { SplitRole } from '../core/description.ts';
import type { Finding } from '../core/finding.ts';
import { type Message, say } from '../core/message.ts';
import { SEVERITIES } from '../core/problem.ts';
import { ruleOf } from '../engine/registry.ts';
import type { DatasetEntry, Requests, RuleFindings } from '../protocol/messages.ts';
import { splitFileOf, splitFolderOf } from '../util/splitNames.ts';
import { fileNameOf, folderOf } from '../util/uri.ts';
import { translate } from '../words/render.ts';
import { type Session, rangesFor, toClient, words } from './shared/session.ts';
import { answerBare, defineFeature } from './feature.ts';

/** What a workspace holds, for a tree beside the files. Nothing is checked for it. */
export default defineFeature({ register: answerBare('lintel/datasets', datasets) });

/** A tree of more is no help. */
const LISTED = 1000;

async function datasets(session: Session, token: CancellationToken): Promise<Requests['lintel/datasets']['result']> {
  const uris = await session.workspace.datasets({ get cancelled() { return token.isCancellationRequested; } });
  const entries: DatasetEntry[] = [];
  for (const uri of uris.slice(0, LISTED)) {
    if (token.isCancellationRequested) break;
    entries.push(await entryOf(session, uri));
  }
  return { entries, more: Math.max(0, uris.length - LISTED) };
}

async function entryOf(session: Session, uri: string): Promise<DatasetEntry> {
  const [name, described, set] = [fileNameOf(uri), await session.workspace.descriptionOf(uri), session.workspace.store.get(uri)];
  const role = (splitFileOf(name) ?? splitFolderOf(fileNameOf(folderOf(uri)), name))?.role;
  return {
    uri: toClient(session, uri),
    split: role === undefined ? null : words(session, ROLES[role]),
    descriptionUri: described === undefined ? null : toClient(session, described),
    findings: set ? await byRule(session, uri, set.findings) : null,
  };
}

const ROLES: Readonly<Record<SplitRole, Message>> = { train: say`training data`, validation: say`validation data`, test: say`test data` };

async function byRule(session: Session, uri: string, findings: readonly Finding[]): Promise<readonly RuleFindings[]> {
  if (findings.length === 0) return [];
  const toRange = await rangesFor(session, uri);
  const rules = new Map<string, Finding[]>();
  for (const finding of findings) rules.set(finding.rule, [...rules.get(finding.rule) ?? [], finding]);
  return [...rules].map(([rule, own]): RuleFindings => {
    const worst = own.reduce((a, b) => (SEVERITIES.indexOf(b.severity) < SEVERITIES.indexOf(a.severity) ? b : a));
    return {
      rule, severity: worst.severity, title: translate(ruleOf(rule)?.summary ?? rule, session.client.locale), count: own.length, range: toRange(worst.primary.range),
    };
  }).sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.count - a.count);
}
