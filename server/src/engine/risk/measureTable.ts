import type { Refusal } from '../../core/host.ts';
import { isRefusal } from '../../core/host.ts';
import type { Kernel } from '../../core/kernel.ts';
import type { Levels } from '../../core/transform.ts';
import { attributeRisk, type AttributeRisk } from '../../privacy/measures/attribute.ts';
import { classesOf, sizeOf, type Classes, type MissingRule } from '../../privacy/measures/classes.ts';
import { identityRisk, type IdentityRisk, unitsOf } from '../../privacy/measures/identity.ts';
import { attributeMeasures, worstRows, type CodedColumn, type RiskReport, type SensitiveColumn } from '../../privacy/measures/risk.ts';
import type { Control } from '../pass.ts';
import type { RowSurroundings } from '../readRows.ts';
import type { CodedTable, Told } from './codedTable.ts';

/** By what a table is measured. */
export interface RiskChoice {
  readonly quasiIdentifiers: readonly Told[];
  readonly sensitive: readonly number[];
  /** Columns that tell persons apart; each row is a person of its own where there are none. */
  readonly unit: readonly number[];
  readonly missing: MissingRule;
  /** Further l of recursive diversity. */
  readonly ls?: readonly number[];
  /** More general values by value, by the name of the column. */
  readonly hierarchies?: ReadonlyMap<string, Levels>;
}

export interface TableMeasures extends Omit<RiskReport, 'without'> {
  /** Classes by their size, smallest first; classes of each entry are at least `from` and below the next one's rows large. */
  readonly sizes: readonly SizeShare[];
}

export interface SizeShare {
  readonly from: number;
  readonly to: number;
  readonly classes: number;
  readonly rows: number;
}

/** What one change of the choice makes of the measures. */
export interface Alternative {
  /** The quasi-identifier that is left out, or told in this way. */
  readonly column: number;
  readonly change: Told | 'dropped';
  readonly identity: IdentityRisk;
  readonly attributes: readonly { readonly name: string; readonly risk: AttributeRisk }[];
}

/** All measures of a table by a choice. A refusal where the file is no longer what was checked, `undefined` when cancelled. */
export async function measureTable(table: CodedTable, choice: RiskChoice, surroundings: RowSurroundings, control: Control): Promise<TableMeasures | Refusal | undefined> {
  const coded = await codedBy(table, choice, surroundings, control);
  if (!coded || isRefusal(coded)) return coded;
  const { quasiIdentifiers, sensitive, unit, rows } = coded;
  const classes = classesOf(quasiIdentifiers.map(({ codes }) => codes), rows, choice.missing);
  const attributes = sensitive.map((column, i) => ({
    name: column.name, risk: attributeMeasures(classes, withHierarchy(column, choice, table.codeOf(choice.sensitive[i] ?? -1), surroundings.kernel), choice.missing, choice.ls),
  }));
  return { identity: identityRisk(classes, unit?.codes), attributes, worst: worstRows(classes), sizes: sizesOf(classes) };
}

/** The measures with each of `changes` made to the choice by itself; `undefined` when cancelled. */
export async function alternatives(
  table: CodedTable, choice: RiskChoice, changes: readonly (Told | { readonly column: number; readonly dropped: true })[], surroundings: RowSurroundings, control: Control,
): Promise<readonly Alternative[] | Refusal | undefined> {
  const found: Alternative[] = [];
  for (const change of changes) {
    if (control.cancellation?.cancelled) return undefined;
    const others = choice.quasiIdentifiers.flatMap(one => (one.column !== change.column ? [one] : 'dropped' in change ? [] : [change]));
    const coded = await codedBy(table, { ...choice, quasiIdentifiers: others }, surroundings, control);
    if (!coded || isRefusal(coded)) return coded;
    const classes = classesOf(coded.quasiIdentifiers.map(({ codes }) => codes), coded.rows, choice.missing);
    found.push({
      column: change.column, change: 'dropped' in change ? 'dropped' : change, identity: identityRisk(classes, coded.unit?.codes),
      attributes: attributesOf(classes, coded.sensitive, choice.missing),
    });
    await control.pause?.();
  }
  return found;
}

/** A sensitive column with its hierarchy, where it has one. */
export function withHierarchy(column: CodedColumn, { hierarchies }: Pick<RiskChoice, 'hierarchies'>, codeOf: ((hash: bigint) => number) | undefined, kernel: Kernel): SensitiveColumn {
  const levels = hierarchies?.get(column.name);
  return levels && codeOf ? { ...column, hierarchy: { levels: Object.fromEntries(levels), codeOf: text => codeOf(kernel.hash(encoder.encode(text))) } } : column;
}

const encoder = new TextEncoder();

const attributesOf = (classes: Classes, sensitive: readonly CodedColumn[], missing: MissingRule): Alternative['attributes'] =>
  sensitive.map(column => ({ name: column.name, risk: attributeRisk(classes, column, missing) }));

interface Coded {
  readonly rows: number;
  readonly quasiIdentifiers: readonly CodedColumn[];
  readonly sensitive: readonly CodedColumn[];
  readonly unit: CodedColumn | undefined;
}

async function codedBy(table: CodedTable, { quasiIdentifiers, sensitive, unit }: RiskChoice, surroundings: RowSurroundings, control: Control): Promise<Coded | Refusal | undefined> {
  const plain = (columns: readonly number[]): readonly Told[] => columns.map(column => ({ column }));
  const columns = await table.columns([...quasiIdentifiers, ...plain(sensitive), ...plain(unit)], surroundings, control);
  if (!columns || isRefusal(columns)) return columns;
  const [ofSensitive, ofUnit] = [quasiIdentifiers.length, quasiIdentifiers.length + sensitive.length];
  const rows = columns[0]?.codes.length ?? 0;
  return { rows, quasiIdentifiers: columns.slice(0, ofSensitive), sensitive: columns.slice(ofSensitive, ofUnit), unit: joined(columns.slice(ofUnit), rows) };
}

/** Several columns as one. */
function joined(columns: readonly CodedColumn[], rows: number): CodedColumn | undefined {
  const [only] = columns;
  if (!only || columns.length === 1) return only;
  const codes = unitsOf(columns.map(one => one.codes), rows);
  return { name: columns.map(({ name }) => name).join(', '), codes, values: rows };
}

/** Lower ends of the sizes that are told apart. */
const STEPS = [1, 2, 3, 5, 10, 20, 50, 100] as const;

function sizesOf(classes: Classes): readonly SizeShare[] {
  const shares = STEPS.map((from, i) => ({ from, to: (STEPS[i + 1] ?? Infinity) - 1, classes: 0, rows: 0 }));
  for (let index = 0; index < classes.count; index++) {
    const size = sizeOf(classes, index);
    const share = shares.find(({ to }) => size <= to);
    if (!share) continue;
    share.classes += 1;
    share.rows += size;
  }
  return shares.filter(share => share.classes > 0);
}
