import type { ColumnPrivacy, PrivacyDescription, Retention } from '../../core/annotation.ts';
import type { NodePath } from '../../core/place.ts';
import type { Complaint } from '../../core/standard.ts';
import { wrongInColumn, wrongInDataset } from '../annotation/leftOut.ts';
import { termOf } from '../../privacy/taxonomy/terms.ts';
import { readColumnPrivacy, readDatasetPrivacy } from '../annotation/read.ts';
import { compact, numberOf, textOf, textsOf, type JsonObject } from '../document/shape.ts';
import { itemsOf } from './helpers.ts';

/** The custom property that holds a block of the vocabulary as it is: of a contract the dataset's, of a property the column's. */
export const BLOCK = 'privacy';
/** What a category is called by those who write it alone. */
export const CATEGORY = 'privacyCategory';

/** What a contract says of personal data: its block, with the retention of its service levels where the block has none. */
export function readContractPrivacy(contract: JsonObject): PrivacyDescription | undefined {
  const [block, node] = customOf(contract, [], BLOCK) ?? [];
  const privacy = node && readDatasetPrivacy(block, node);
  const retention = privacy && (privacy.retention ?? retentionOf(contract));
  return privacy && { ...privacy, ...compact({ retention }) };
}

/** What is said of one property: its block, else a category, or a classification or tag by which contracts mark personal data. */
export function readPropertyPrivacy(property: JsonObject, node: NodePath): ColumnPrivacy | undefined {
  const [block, path] = customOf(property, node, BLOCK) ?? [];
  if (path) return readColumnPrivacy(block, path);
  const [own] = customOf(property, node, CATEGORY) ?? [];
  const category = textOf(own) ?? (isPersonal(property) ? 'user' : undefined);
  if (category === undefined) return undefined;
  const special = (textsOf(property['tags']) ?? []).filter(tag => termOf('special-class', tag) !== undefined);
  return { category, node, ...compact({ classification: CLASSIFICATIONS.find(one => one === property['classification']), special: special.length > 0 ? special : undefined }) };
}

export const CLASSIFICATIONS = ['public', 'internal', 'confidential', 'restricted'] as const;

/** Words by which contracts mark personal data. */
const PERSONAL = /^(?:pii|personal|personal[-_ ]?data|gdpr|phi|spi)$/i;

const isPersonal = (property: JsonObject): boolean =>
  PERSONAL.test(textOf(property['classification']) ?? '') || (textsOf(property['tags']) ?? []).some(tag => PERSONAL.test(tag));

function customOf(element: JsonObject, node: NodePath, called: string): readonly [JsonObject[string] | undefined, NodePath] | undefined {
  const found = itemsOf(element['customProperties'], [...node, 'customProperties']).find(([custom]) => custom['property'] === called);
  return found && [found[0]['value'], [...found[1], 'value']];
}

/** What is wrong with the blocks a contract holds. */
export function annotationComplaints(contract: JsonObject): readonly Complaint[] {
  const [block, node] = customOf(contract, [], BLOCK) ?? [];
  const properties = itemsOf(contract['schema'], ['schema']).flatMap(([object, at]) => propertiesBelow(object, at));
  return [
    ...(node ? wrongInDataset(block, node) : []),
    ...properties.flatMap(([property, at]) => {
      const [own, path] = customOf(property, at, BLOCK) ?? [];
      return path ? wrongInColumn(own, path) : [];
    }),
  ];
}

function propertiesBelow(element: JsonObject, node: NodePath): readonly (readonly [JsonObject, NodePath])[] {
  return itemsOf(element['properties'], [...node, 'properties']).flatMap(([property, at]) => [[property, at] as const, ...propertiesBelow(property, at)]);
}

const UNITS: Readonly<Record<string, string>> = { y: 'Y', yr: 'Y', year: 'Y', years: 'Y', m: 'M', month: 'M', months: 'M', d: 'D', day: 'D', days: 'D' };

function retentionOf(contract: JsonObject): Retention | undefined {
  const [sla] = itemsOf(contract['slaProperties'], ['slaProperties']).find(([one]) => one['property'] === 'retention') ?? [];
  const [value, unit] = [numberOf(sla?.['value']), UNITS[textOf(sla?.['unit'])?.toLowerCase() ?? '']];
  if (value === undefined || unit === undefined) return undefined;
  return { period: `P${value}${unit}`, ...compact({ from: textOf(sla?.['element'])?.split('.').at(-1) }) };
}
