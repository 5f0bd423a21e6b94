import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionRequest, type Diagnostic } from 'vscode-languageserver';
import { say } from '../core/message.ts';
import type { StoredSet } from '../engine/store.ts';
import { type CodeActionData, FIX_ALL_KIND } from '../protocol/messages.ts';
import { actionEdit } from './shared/configurationEdits.ts';
import { dataOf, findingActions, isConfigurable } from './shared/findingActions.ts';
import { findingOf, targetOf } from './shared/fixes.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Quick fixes of the findings under the cursor, all safe fixes of the document, and ways to learn about a rule or to be rid of it. */
export default defineFeature({
  capabilities: (_, { client }) => ({
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND], resolveProvider: client.resolvesEdits },
  }),
  register: answer(CodeActionRequest.type, async (session, params) => {
    const uri = fromClient(params.textDocument.uri);
    const set = session.workspace.store.get(uri);
    if (!set) return [];
    const configurable = await isConfigurable(session, uri);
    const actions = [...quickActions(session, set, params, configurable), ...fixAll(session, set, params)];
    return session.client.resolvesEdits ? actions : Promise.all(actions.map(action => withEdit(session, set, action)));
  }),
});

function quickActions(session: Session, set: StoredSet, { context }: CodeActionParams, configurable: boolean): readonly CodeAction[] {
  const { only, diagnostics } = context;
  if (!wants(only, CodeActionKind.QuickFix)) return [];
  const seen = new Set<string>();
  return diagnostics.flatMap(diagnostic => {
    const key = keyOf(diagnostic, set);
    const finding = key === undefined || seen.has(key) ? undefined : findingOf(set, key);
    if (key === undefined || !finding) return [];
    seen.add(key);
    return findingActions(session, set, finding, key, configurable).map(action => ({ ...action, diagnostics: [diagnostic] }));
  });
}

/** The key of a diagnostic that shows the present findings, not those of an earlier text. */
function keyOf({ source, data }: Diagnostic, set: StoredSet): string | undefined {
  if (source !== 'lintel' || typeof data !== 'object' || data === null || !('key' in data) || !('resultId' in data)) return undefined;
  return data.resultId === set.resultId ? String(data.key) : undefined;
}

/** All fixes marked safe, as one action: on request by kind, and in the menu where there are several. */
function fixAll(session: Session, set: StoredSet, { context: { only } }: CodeActionParams): readonly CodeAction[] {
  const keys = set.findings.flatMap((finding, index) => {
    const safe = finding.fix?.safety === 'safe' && finding.fix.complete && targetOf(session, finding) !== undefined;
    return safe ? [String(index)] : [];
  });
  if (keys.length === 0 || !wants(only, FIX_ALL_KIND)) return [];
  return [{ title: words(session, say`Apply all safe fixes`), kind: FIX_ALL_KIND, data: dataOf(set, keys) }];
}

/** Kinds are prefixes: `source` asks for `source.fixAll.lintel` too. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some(each => kind === each || kind.startsWith(`${each}.`));
}

/** For clients that do not resolve actions later. */
async function withEdit(session: Session, set: StoredSet, { data, ...action }: CodeAction): Promise<CodeAction> {
  if (!isCodeActionData(data)) return action;
  return { ...action, edit: await actionEdit(session, data.keys.flatMap(key => findingOf(set, key) ?? []), data.configure) };
}

function isCodeActionData(data: unknown): data is CodeActionData {
  return typeof data === 'object' && data !== null && 'keys' in data && Array.isArray(data.keys);
}
