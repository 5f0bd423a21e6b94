import type { CancellationToken } from 'vscode-languageserver';
import { isRefusal, type Refusal } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { mendingRules, planCopy } from '../engine/mendedCopy.ts';
import { writeBack } from '../engine/text/writeBack.ts';
import type { MendedCopyFacts, MendedCopyParams, Refused } from '../protocol/messages.ts';
import { fileNameOf } from '../util/uri.ts';
import { diskCheck } from './shared/diskCheck.ts';
import { refusal } from './shared/refusals.ts';
import { type Session, fromClient, words } from './shared/session.ts';
import { answerOwn, defineFeature } from './feature.ts';

/** Says which rules could mend a file, and writes a copy in which some of them did; the file stays as it is. */
export default defineFeature({
  register: answerOwn('lintel/mendedCopy', run),
});

/** Places that a copy has mended; findings with more of them are mended in as many. */
const FIX_LIMIT = 1_000_000;

async function run(session: Session, { uri: shownUri, rules, target }: MendedCopyParams, token: CancellationToken): Promise<MendedCopyFacts | Refused> {
  const uri = fromClient(shownUri);
  let facts: MendedCopyFacts = { rules: [], deleted: [], places: 0 };
  let unwritten: Refusal | undefined;
  const snapshot = await diskCheck(session, token).check(uri, {
    fixLimit: FIX_LIMIT,
    async afterwards({ findings }, context) {
      const plan = await planCopy(findings, rule => rules.includes(rule), context);
      if (!plan) return;
      facts = { rules: mendingRules(findings), deleted: plan.deleted, places: plan.edits.length };
      if (target === null || plan.edits.length === 0) return;
      unwritten = await session.workspace.host.files.create(fromClient(target), sink => writeBack(context.readable.source, plan.edits, sink), true);
    },
  });
  if (!snapshot) return { refused: words(session, say`The question was taken back.`) };
  if ('refused' in snapshot) return refusal(session, uri, snapshot);
  return isRefusal(unwritten) ? { refused: words(session, say`The copy of ${name(fileNameOf(uri))} cannot be written.`) } : facts;
}
