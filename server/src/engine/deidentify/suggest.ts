import type { ColumnPrivacy, Technique, TransformDescription } from '../../core/annotation.ts';
import type { Column } from '../../core/column.ts';
import { name, say, type Message } from '../../core/message.ts';
import type { Json } from '../../core/problem.ts';
import { spansOfAll } from '../../util/freeText/personalSpans.ts';
import { typeOf } from '../../util/fieldTypes.ts';
import { columnKindWords } from './words.ts';
import { KEEP, type ColumnPlan, type Plan } from './plan.ts';
import { USUAL_KEY } from './presets.ts';

/** What could become of a column, and why. */
export interface Suggestion extends ColumnPlan {
  readonly reason: Message;
}

/** A proposal for somebody to judge: what annotations say first, then what detectors are sure of; everything else stays. */
export const suggestPlan = (columns: readonly Column[]): readonly Suggestion[] =>
  columns.map(column => ({ column: column.name, ...(byAnnotation(column) ?? byEvidence(column) ?? bySpans(column) ?? kept(say`nothing personal was found`)) }));

export const planOfSuggestions = (suggestions: readonly Suggestion[]): Plan => ({
  columns: suggestions.filter(({ use }) => use !== KEEP).map(({ column, use, parameters }) => ({ column, use, parameters })), others: 'keep', leaveOut: [], hierarchies: {},
});

type Found = Pick<Suggestion, 'use' | 'parameters' | 'reason'>;
const kept = (reason: Message): Found => ({ use: KEEP, parameters: {}, reason });
const use = (id: string, reason: Message, parameters: Readonly<Record<string, Json>> = {}): Found => ({ use: id, parameters, reason });

function byAnnotation({ name: called, field, ...column }: Column): Found | undefined {
  const privacy = field?.privacy;
  if (!privacy) return undefined;
  if (privacy.notPersonal) return kept(say`the annotation says that it is not personal`);
  const wished = privacy.transform && ofTransform(privacy.transform, privacy);
  if (wished) return wished;
  if (privacy.freeText) return use('drop', say`the annotation says that it is free text, which may name anybody`);
  switch (privacy.role) {
    case 'direct-identifier': return use('drop', say`annotated as ${columnKindWords['direct-identifier']}`);
    case 'pseudonym': case 'linkage-key':
      return use('keyed-hash', say`annotated as ${columnKindWords[privacy.role]}: rows stay comparable under a new key`, { keyRef: privacy.transform?.keyRef ?? USUAL_KEY });
    case 'quasi-identifier': return coarser({ ...column, name: called, field }, privacy.type, say`annotated as ${columnKindWords['quasi-identifier']}`);
    case 'sensitive': return kept(say`annotated as sensitive: what the table is about stays, and l-diversity protects it`);
    default: return undefined;
  }
}

/** What the annotation says was done is what is done. */
function ofTransform({ technique, params = {}, keyRef }: TransformDescription, { hierarchy }: ColumnPrivacy): Found | undefined {
  const id = technique && TRANSFORM_OF[technique];
  if (id === undefined || technique === undefined) return undefined;
  const reason = say`the annotation asks for ${name(technique)}`;
  if (id === 'keyed-hash') return use(id, reason, { keyRef: keyRef ?? USUAL_KEY, ...(params.digits !== undefined && { digits: params.digits }) });
  if (id === 'generalise') return hierarchy ? use(id, reason, { level: params.level ?? 1 }) : undefined;
  if (id === 'round') return params.digits === undefined ? use(id, reason, { to: params.algorithm ?? 'year' }) : use(id, reason, { digits: params.digits });
  if (id === 'mask') return use(id, reason, params.digits === undefined ? {} : { last: params.digits });
  const own = OWN_PARAMETER[id];
  const given = own && params[own];
  return own === undefined ? use(id, reason) : given === undefined ? undefined : use(id, reason, { [own]: given });
}

const TRANSFORM_OF: Readonly<Partial<Record<Technique, string>>> = {
  suppression: 'drop', masking: 'mask', redaction: 'redact', generalisation: 'generalise', rounding: 'round', binning: 'bin', 'top-coding': 'top-code', 'bottom-coding': 'bottom-code',
  microaggregation: 'microaggregate', permutation: 'permute', 'noise-addition': 'noise', hashing: 'keyed-hash', 'keyed-hashing': 'keyed-hash', tokenisation: 'tokenise',
};
const OWN_PARAMETER: Readonly<Record<string, 'bin' | 'top' | 'bottom' | 'k' | 'noise'>> = { bin: 'bin', 'top-code': 'top', 'bottom-code': 'bottom', microaggregate: 'k', noise: 'noise' };

function byEvidence(column: Column): Found | undefined {
  const [best] = column.evidence;
  if (!best) return undefined;
  const holds: Message = { template: best.detector.title, parts: [] };
  if (best.grade === 'low' && best.detector.role === 'direct-identifier') return kept(say`may hold ${holds}: look at it`);
  switch (best.detector.role) {
    case 'direct-identifier': return use('drop', say`holds ${holds}`);
    case 'quasi-identifier': return coarser(column, best.detector.id, say`holds ${holds}`);
    case 'sensitive': return kept(say`holds ${holds}: what the table is about stays, and l-diversity protects it`);
  }
}

/** Texts that name or reach somebody in passing. */
function bySpans({ summary, values }: Column): Found | undefined {
  const some = summary.classes.text > 0 && spansOfAll(values).some(spans => spans.length > 0);
  return some ? use('redact-spans', say`texts hold personal data in passing`) : undefined;
}

/** What narrows down who a person is becomes coarser where there is a usual way. */
function coarser(column: Column, type: string | undefined, why: Message): Found {
  const kind = typeOf(column);
  if (type === 'birth-date' || kind === 'date' || kind === 'datetime') return use('round', say`${why}: the year is left`, { to: 'year' });
  if (type === 'age') return use('top-code', say`${why}: ages from 90 on are put together`, { top: 90 });
  if (type === 'precise-location') return use('round', say`${why}: two digits are about a kilometre`, { digits: 2 });
  if (/^zip/i.test(column.name)) return use('truncate-zip', say`${why}: three digits are left`);
  return kept(say`${why}: k-anonymity generalises it together with the others`);
}
