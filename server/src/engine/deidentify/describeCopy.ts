import type { ColumnPrivacy, Guarantees, Identifiability, PrivacyDescription } from '../../core/annotation.ts';
import type { Description, FieldDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import type { RiskReport } from '../../privacy/measures/risk.ts';
import { fileNameOf } from '../../util/uri.ts';
import type { Snapshot } from '../dataCheck.ts';
import { describeTable } from '../describe.ts';
import { MISSING } from './plan.ts';
import type { Prepared, PreparedColumn } from './prepare.ts';
import { transforms } from '../../privacy/transforms/registry.generated.ts';

/** A description of the copy: what the source was annotated with, what was done to each column, and what was measured. `undefined` where the copy is no table. */
export function describeCopy(copy: Snapshot, prepared: Prepared, original: PrivacyDescription | undefined, risk: RiskReport | undefined): Description | undefined {
  const description = describeTable(copy.checked, fileNameOf(copy.uri), copy.masks);
  const [resource] = description?.resources ?? [];
  if (!description || !resource) return undefined;
  const fields = resource.fields.map(field => {
    const one = prepared.columns.find(({ column }) => column.name === field.name);
    return one ? describeField(field, one, prepared) : field;
  });
  const kept = fields.some(({ privacy }) => privacy?.role === 'direct-identifier');
  const isPseudonymous = kept || prepared.columns.some(({ change }) => change?.pseudonym) || fields.some(({ privacy }) => privacy?.role === 'pseudonym' || privacy?.role === 'linkage-key');
  const said = identifiabilityOf(kept, isPseudonymous, risk);
  const guarantees = guaranteesOf(prepared, risk);
  const before: PrivacyDescription = original ?? { schemaVersion: 1, personalData: 'possible', purposes: [], raw: {}, node: ['privacy'] };
  const { identifiability: _, guarantees: __, complete: ___, raw, ...others } = before;
  const privacy: PrivacyDescription = { ...others, raw: withoutClaims(raw), ...(said && { identifiability: said }), ...(guarantees && { guarantees }) };
  return { ...description, resources: [{ ...resource, fields }], privacy };
}

/** What was said of the source and measured there says nothing of the copy. */
function withoutClaims(raw: PrivacyDescription['raw']): PrivacyDescription['raw'] {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !['identifiability', 'guarantees', 'complete'].includes(key)));
}

/** Values of a column that something was done to, or that is annotated, are not listed. */
function describeField(field: FieldDescription, one: PreparedColumn, { plan }: Prepared): FieldDescription {
  const isQuasi = plan.kAnonymity?.quasiIdentifiers.includes(one.column.name) === true;
  const before = one.column.field?.privacy ?? foundIn(one, [...field.node, 'privacy']) ?? field.privacy;
  if (!one.change && !isQuasi && !before) return field;
  const { enum: _, ...constraints } = field.constraints;
  const node = [...field.node, 'privacy'];
  const { identifiability: __, transform: ___, hierarchy: ____, ...annotated }: ColumnPrivacy = before ?? { node };
  const privacy: ColumnPrivacy = { ...annotated, ...roleOf(one, isQuasi), ...transformOf(one, isQuasi, plan.kAnonymity?.k), node };
  return { ...field, constraints, privacy };
}

/** What detectors were sure of before: what the column is about does not change by what is done to it. */
function foundIn({ column, change }: PreparedColumn, node: NodePath): ColumnPrivacy | undefined {
  const best = column.evidence.find(({ grade }) => grade !== 'low');
  return best && change && { category: best.detector.category, node };
}

function roleOf({ change }: PreparedColumn, isQuasi: boolean): Pick<ColumnPrivacy, 'role' | 'identifiability'> {
  if (change?.pseudonym) return { role: 'pseudonym', identifiability: 'pseudonymised' };
  return isQuasi ? { role: 'quasi-identifier' } : {};
}

function transformOf({ plan, change }: PreparedColumn, isQuasi: boolean, k: number | undefined): Pick<ColumnPrivacy, 'transform'> {
  if (isQuasi) return { transform: { technique: 'generalisation', reversible: false, params: { ...change?.params, ...(k !== undefined && { k }) } } };
  if (!change || !plan) return {};
  const technique = transforms.find(({ id }) => id === plan.use)?.technique;
  const keyRef = plan.parameters['keyRef'];
  return {
    transform: {
      ...(technique && { technique }), ...(change.params && { params: change.params }), ...(change.keyed && { keyed: true }),
      ...(typeof keyRef === 'string' && { keyRef }), reversible: false,
    },
  };
}

/** Never more than can be seen: whether a copy is anonymous is for people to say. */
function identifiabilityOf(kept: boolean, isPseudonymous: boolean, risk: RiskReport | undefined): Identifiability | undefined {
  if (kept) return undefined;
  if (isPseudonymous) return 'pseudonymised';
  return risk && risk.identity.k >= 2 ? 'deidentified' : undefined;
}

function guaranteesOf({ plan: { kAnonymity } }: Prepared, risk: RiskReport | undefined): Guarantees | undefined {
  if (!kAnonymity || !risk || risk.identity.k < 2) return undefined;
  const of = (sensitive: string): RiskReport['attributes'][number]['risk'] | undefined => risk.attributes.find(({ name }) => name === sensitive)?.risk;
  const lDiversity = kAnonymity.lDiversity.flatMap(({ sensitive, kind, l, c }) => {
    const found = of(sensitive);
    if (!found) return [];
    return [kind === 'recursive' ? { sensitive, kind, l, c } : { sensitive, kind, l: kind === 'distinct' ? found.distinctL : floor(found.entropyL) }];
  });
  const tCloseness = kAnonymity.tCloseness.flatMap(({ sensitive, distance }) => {
    const found = of(sensitive);
    const t = distance === 'equal' ? found?.tEqual : found?.tOrdered;
    return t === undefined ? [] : [{ sensitive, distance, t: -floor(-t) }];
  });
  return {
    kAnonymity: { k: risk.identity.k, qi: kAnonymity.quasiIdentifiers, missing: MISSING },
    ...(lDiversity.length > 0 && { lDiversity }), ...(tCloseness.length > 0 && { tCloseness }),
  };
}

/** To four digits behind the point, on the side that promises no more than was measured. */
const floor = (value: number): number => Math.floor(value * 1e4 + 1e-9) / 1e4;
