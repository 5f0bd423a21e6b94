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
}

/** A rule whose fixes change the data. */
export interface MendingRule {
  readonly rule: string;
  /** Whether all of its fixes keep the meaning of the data whatever it is. */
  readonly safe: boolean;
  /** Places that would change. */
  readonly places: number;
}

/** The rules that could mend something, as they come in the findings. */
export function mendingRules(findings: readonly Finding[]): readonly MendingRule[] {
  const fixes = dataFixes(findings);
  return [...new Set(fixes.map(({ rule }) => rule))].map(rule => {
    const own = fixes.filter(one => one.rule === rule).map(({ fix }) => fix);
    return { rule, safe: own.every(fix => fix.safety === 'safe'), places: own.reduce((sum, fix) => sum + fix.spots.length, 0) };
  });
}

/** The copy of a file with the fixes of some rules made once; nothing where the cells are no text. */
export async function planCopy(findings: readonly Finding[], isWanted: (rule: string, fix: FindingFix) => boolean, context: ResolveContext): Promise<CopyPlan | undefined> {
  const { values } = context.readable.reading.dialect;
  if (values === 'typed') return undefined;
  const fixes = dataFixes(findings).filter(({ rule, fix }) => isWanted(rule, fix)).map(({ fix }) => fix);
  const { edits } = await (values === undefined ? planMending : planTextMending)(fixes, context, false);
  const deleted = fixes.filter(({ change }) => change.do === 'delete-row').flatMap(({ spots }) => spots.flatMap(({ place }) => ('row' in place ? [place.row] : [])));
  return { edits, deleted: [...new Set(deleted)].sort((a, b) => a - b) };
}

const dataFixes = (findings: readonly Finding[]): readonly { readonly rule: string; readonly fix: FindingFix }[] =>
  findings.flatMap(({ rule, fix }) => (fix && changesData(fix.change) ? [{ rule, fix }] : []));
