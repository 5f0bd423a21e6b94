import type { Column } from '../core/column.ts';
import { type FieldDescription, isAnnotatedPersonal, type ResourceDescription } from '../core/description.ts';
import type { Finding } from '../core/finding.ts';
import type { Reading } from '../core/reading.ts';
import type { TableView } from '../core/rule.ts';
import { fieldsByColumn } from './columns.ts';
import type { Described } from './described.ts';

/** A table with another of its descriptions in place of the nearest one. What was measured by the promises of that one is left out. */
export function describedBy({ description, resource }: Described, table: TableView): TableView {
  const fields = fieldsByColumn(seenBy(table.reading, resource).fields, table.reading);
  return {
    ...table, name: resource.name, columns: table.columns.map(column => ({ ...column, field: fields.get(column.index) })),
    ml: description.ml, privacy: description.privacy, risk: undefined,
  };
}

/** The columns, those marked that any of the other descriptions annotates as personal: no value of theirs may be quoted, whichever a finding is against. */
export function markedBy(others: readonly Described[], columns: readonly Column[], reading: Reading): readonly Column[] {
  const isPersonal = (field: FieldDescription): boolean => isAnnotatedPersonal(field) && field.privacy?.notPersonal !== true;
  const annotated = others.flatMap(({ resource }) => [...fieldsByColumn(resource.fields, reading)]).filter(([, field]) => isPersonal(field));
  const personal = new Set(annotated.map(([index]) => index));
  return personal.size === 0 ? columns : columns.map(column => (personal.has(column.index) ? { ...column, personalElsewhere: true } : column));
}

/**
 * What can be said against a description by which a file was not read: where it takes other texts for missing than the reading does, these would be seen as
 * values, and numbers the reading takes for missing would not be, so nothing is said of values then.
 */
export function seenBy({ nullTokens }: Reading, resource: ResourceDescription): ResourceDescription {
  const missing = [...resource.missingValues ?? [], ...resource.fields.flatMap(({ missingValues = [] }) => missingValues)];
  const isNumber = (text: string): boolean => /^[-+]?[\d.]+$/.test(text);
  if (missing.every(text => text === '' || nullTokens.includes(text)) && nullTokens.every(text => missing.includes(text) || !isNumber(text))) return resource;
  return { ...resource, fields: resource.fields.map(field => ({ name: field.name, node: field.node, type: 'any', constraints: {}, ...(field.optional === true && { optional: true }) })) };
}

/** What several descriptions say alike against the same place is one offence: the nearest one has it, the others are named with it. */
export function saidOnce(findings: readonly Finding[]): readonly Finding[] {
  if (findings.every(({ describedIn }) => describedIn === undefined)) return findings;
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.primary.place, finding.count, finding.message], (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    const group = groups.get(key);
    if (group && (finding.describedIn !== undefined || group.some(({ describedIn }) => describedIn !== undefined))) group.push(finding);
    else groups.set(group ? `${key} ${groups.size}` : key, [finding]);
  }
  return [...groups.values()].flatMap(group => {
    const first = group.find(({ describedIn }) => describedIn === undefined) ?? group[0];
    const others = group.filter(one => one !== first);
    return first ? [others.length === 0 ? first : { ...first, likewise: others }] : [];
  });
}
