import { type CodeAction, CodeActionResolveRequest, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { toJson, isJsonList, isJsonObject } from '../util/json.ts';
import type { StoredSet } from '../engine/store.ts';
import { actionEdit } from './shared/configurationEdits.ts';
import { findingOf } from './shared/fixes.ts';
import type { Session } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** The edit of a code action, worked out once it is chosen. Refused when the findings are no longer those it was offered for. */
export default defineFeature({
  register: answer(CodeActionResolveRequest.type, async (session, action): Promise<CodeAction> => {
    const data = toJson(action.data);
    if (!isJsonObject(data) || !isJsonList(data['keys'])) return action;
    const set = presentSet(session, data['uri'], data['resultId']);
    const findings = data['keys'].flatMap(key => findingOf(set, String(key)) ?? []);
    return { ...action, edit: await actionEdit(session, findings, data['configure']) };
  }),
});

function presentSet({ workspace }: Session, uri: unknown, resultId: unknown): StoredSet {
  const set = typeof uri === 'string' ? workspace.store.get(uri) : undefined;
  if (set && set.resultId === resultId && set.version === workspace.documents.get(set.uri)?.version) return set;
  throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed since');
}
