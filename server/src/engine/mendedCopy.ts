import type { Finding, FindingFix } from '../core/finding.ts';
import { changesData } from './fixes.ts';
import type { ByteEdit } from './mend.ts';
import { planMending } from './mend.ts';
import { planTextMending } from './mendText.ts';
import type { ResolveContext } from './resolve.ts';

/** What turns a file into its mended copy. */
export interface CopyPlan {
  readonly edits: readonly ByteEdit[];
  /** Records of the file that the copy will not have, in ascending order. */
  readonly deleted: readonly number[];
  /** Rules whose fixes were not made, since somebody should judge them. */
  readonly left: readonly string[];
}

/** The copy of a file with the safe fixes, and those of the named rules, made once; nothing where the cells are no text. */
export async function planCopy(findings: readonly Finding[], unsafe: readonly string[], context: ResolveContext): Promise<CopyPlan | undefined> {
  const { values } = context.readable.reading.dialect;
  if (values === 'typed') return undefined;
  const offered = findings.flatMap(({ rule, fix }) => (fix && changesData(fix.change) ? [{ rule, fix, wanted: fix.safety === 'safe' || unsafe.includes(rule) }] : []));
  const fixes: readonly FindingFix[] = offered.filter(({ wanted }) => wanted).map(({ fix }) => fix);
  const { edits } = await (values === undefined ? planMending : planTextMending)(fixes, context, false);
  const deleted = fixes.filter(({ change }) => change.do === 'delete-row').flatMap(({ spots }) => spots.flatMap(({ place }) => ('row' in place ? [place.row] : [])));
  const left = offered.filter(({ wanted }) => !wanted).map(({ rule }) => rule);
  return { edits, deleted: [...new Set(deleted)].sort((a, b) => a - b), left: [...new Set(left)] };
}
