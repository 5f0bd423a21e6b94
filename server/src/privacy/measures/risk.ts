import { attributeRiskWith, type AttributeRisk } from './attribute.ts';
import { classesOf, forEachRow, sizeOf, sizesWithout, type MissingRule } from './classes.ts';
import type { Sensitive } from './groups.ts';
import { hierarchicalT, treeOfLevels } from './hierarchical.ts';
import { identityOfSizes, identityRisk, type IdentityRisk } from './identity.ts';

/** A column as codes by row; see `classesOf`. */
export interface CodedColumn extends Sensitive {
  readonly name: string;
  /** That its values have no order in which some are near to each other: words. */
  readonly unordered?: true;
}

/** A column with the values above its own, by the code of each; see `treeOfLevels`. */
export interface SensitiveColumn extends CodedColumn {
  readonly hierarchy?: { readonly levels: Readonly<Record<string, readonly string[]>>; codeOf(text: string): number };
}

/** Everything that is measured of a sensitive column. */
export interface AttributeMeasures extends Omit<AttributeRisk, 'tOrdered'> {
  /** t-closeness by the ordered distance, where the values have an order. */
  readonly tOrdered?: number;
  /** The least c of recursive (c, l)-diversity for some l; `Infinity` where a class has fewer than l values. */
  readonly recursive: readonly { readonly l: number; readonly c: number }[];
  /** t-closeness by the hierarchical distance, where the column has a hierarchy. */
  readonly tHierarchical?: number;
}

/** What recursive diversity is told for where nobody names an l. */
const LS: readonly number[] = [2, 3];

/** All measures of one column. `ls`: further l of recursive diversity. */
export function attributeMeasures(classes: ReturnType<typeof classesOf>, column: SensitiveColumn, missing: MissingRule, ls: readonly number[] = []): AttributeMeasures {
  const all = [...new Set([...LS, ...ls])].sort((a, b) => a - b);
  const { risk: { tOrdered, ...risk }, leastCs } = attributeRiskWith(classes, column, missing, all);
  const { hierarchy, unordered } = column;
  return {
    ...risk,
    ...(!unordered && { tOrdered }),
    recursive: all.map((l, i) => ({ l, c: leastCs[i] ?? Infinity })),
    ...(hierarchy && { tHierarchical: hierarchicalT(classes, column, treeOfLevels(hierarchy.levels, hierarchy.codeOf), missing) }),
  };
}

export interface RiskQuestion {
  readonly rows: number;
  readonly quasiIdentifiers: readonly CodedColumn[];
  readonly sensitive: readonly SensitiveColumn[];
  /** Further l of recursive diversity. */
  readonly ls?: readonly number[];
  /** Whose rows belong together; each row is a person of its own without. */
  readonly unit?: CodedColumn;
  readonly missing: MissingRule;
}

export interface RiskReport {
  readonly identity: IdentityRisk;
  readonly attributes: readonly { readonly name: string; readonly risk: AttributeMeasures }[];
  /** The same table without one of its quasi-identifiers, each in turn. */
  readonly without: readonly { readonly name: string; readonly identity: IdentityRisk }[];
  /** Rows of the smallest classes, at most `WORST`, smallest class first. */
  readonly worst: readonly { readonly row: number; readonly size: number }[];
}

/** Rows that are shown. */
export const WORST = 20;

/** What the quasi-identifiers of a table give away, and what each of them adds. */
export function riskOf({ rows, quasiIdentifiers, sensitive, unit, missing, ls }: RiskQuestion): RiskReport {
  const classes = classesOf(quasiIdentifiers.map(({ codes }) => codes), rows, missing);
  const identityWithout = (left: CodedColumn, i: number): IdentityRisk => {
    // Rows that lack the column come back where they were left out for it.
    const sizes = unit || missing === 'exclude' ? undefined : sizesWithout(classes, i);
    return sizes ? identityOfSizes(sizes) : identityOfOthers(left);
  };
  const identityOfOthers = (left: CodedColumn): IdentityRisk =>
    identityRisk(classesOf(quasiIdentifiers.filter(column => column !== left).map(({ codes }) => codes), rows, missing), unit?.codes);
  return {
    identity: identityRisk(classes, unit?.codes),
    attributes: sensitive.map(column => ({ name: column.name, risk: attributeMeasures(classes, column, missing, ls) })),
    without: quasiIdentifiers.length < 2 ? [] : quasiIdentifiers.map((column, i) => ({ name: column.name, identity: identityWithout(column, i) })),
    worst: worstRows(classes),
  };
}

/** Rows of the smallest classes, at most `WORST`, smallest class first. */
export function worstRows(classes: ReturnType<typeof classesOf>): RiskReport['worst'] {
  const smallest: { readonly index: number; readonly size: number }[] = [];
  for (let index = 0; index < classes.count; index++) {
    const size = sizeOf(classes, index);
    if (smallest.length === WORST && size >= (smallest.at(-1)?.size ?? 0)) continue;
    const place = smallest.findIndex(other => other.size > size);
    smallest.splice(place === -1 ? smallest.length : place, 0, { index, size });
    smallest.length = Math.min(smallest.length, WORST);
  }
  return smallest.flatMap(({ index, size }) => {
    const rows: { readonly row: number; readonly size: number }[] = [];
    forEachRow({ ...classes, agreeing: [] }, index, row => rows.push({ row, size }));
    return rows;
  }).slice(0, WORST);
}
