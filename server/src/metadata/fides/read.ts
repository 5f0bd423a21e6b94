import type { ColumnPrivacy, PrivacyDescription, PurposeDescription } from '../../core/annotation.ts';
import type { Description, FieldDescription, FieldType, ForeignKeyDescription, ResourceDescription } from '../../core/description.ts';
import type { NodePath } from '../../core/place.ts';
import { LEGAL_BASES, SPECIAL_BASES } from '../../privacy/taxonomy/laws.ts';
import { readContact } from '../annotation/read.ts';
import { compact, listOf, objectOf, textOf, textsOf, truthOf, type JsonObject } from '../document/shape.ts';
import { techniqueOf, TYPES } from './terms.ts';

/** The first dataset of a manifest, with the system that processes it and the organization beside it. */
export function readManifest(manifest: JsonObject): Description {
  const dataset = firstOf(manifest, 'dataset') ?? {};
  const collections = listOf(dataset['collections']) ?? [];
  return {
    resources: collections.flatMap((item, i) => readCollection(objectOf(item), ['dataset', 0, 'collections', i])),
    ...compact({ name: textOf(dataset['fides_key']), title: textOf(dataset['name']), description: textOf(dataset['description']), privacy: readPrivacy(manifest, dataset) }),
  };
}

const firstOf = (manifest: JsonObject, key: string): JsonObject | undefined => objectOf(listOf(manifest[key])?.[0]);

function readCollection(collection: JsonObject | undefined, node: NodePath): readonly ResourceDescription[] {
  if (!collection) return [];
  const fields = (listOf(collection['fields']) ?? []).flatMap((item, i) => readField(objectOf(item), [...node, 'fields', i]));
  const key = fields.filter(({ isKey }) => isKey).map(({ field }) => field.name);
  const foreignKeys = fields.flatMap(({ references }) => references);
  return [{
    name: textOf(collection['name']) ?? '', paths: [], fields: fields.map(({ field }) => field), node,
    ...compact({ description: textOf(collection['description']), primaryKey: key.length > 0 ? key : undefined, foreignKeys: foreignKeys.length > 0 ? foreignKeys : undefined }),
  }];
}

interface ReadField {
  readonly field: FieldDescription;
  readonly isKey: boolean;
  readonly references: readonly ForeignKeyDescription[];
}

const FIELD_TYPES: readonly FieldType[] = ['string', 'integer', 'number', 'boolean', 'object'];

function readField(item: JsonObject | undefined, node: NodePath): readonly ReadField[] {
  const called = textOf(item?.['name']);
  if (!item || called === undefined) return [];
  const meta = objectOf(item['fides_meta']) ?? {};
  const references = (listOf(meta['references']) ?? []).flatMap((one, i): readonly ForeignKeyDescription[] => {
    const [resource = '', reference] = textOf(objectOf(one)?.['field'])?.split('.') ?? [];
    return reference === undefined ? [] : [{ fields: [called], resource, reference: [reference], node: [...node, 'fides_meta', 'references', i] }];
  });
  const field = {
    name: called, type: FIELD_TYPES.find(type => TYPES[type] === meta['data_type']) ?? 'any' as const, constraints: {}, node,
    ...compact({ description: textOf(item['description']), privacy: readColumn(item, meta, node) }),
  };
  return [{ field, isKey: meta['primary_key'] === true, references }];
}

function readColumn(item: JsonObject, meta: JsonObject, node: NodePath): ColumnPrivacy | undefined {
  const [category] = textsOf(item['data_categories']) ?? [];
  const isSystem = category?.startsWith('system') === true;
  const strategy = textOf(objectOf(meta['masking_strategy_override'])?.['strategy']);
  const read = compact({
    category: isSystem ? undefined : category, notPersonal: isSystem ? true : undefined, purposes: textsOf(item['data_uses']),
    role: 'identity' in meta ? 'direct-identifier' as const : undefined, transform: strategy === undefined ? undefined : techniqueOf(strategy),
  });
  return Object.keys(read).length > 0 ? { ...read, node } : undefined;
}

function readPrivacy(manifest: JsonObject, dataset: JsonObject): PrivacyDescription | undefined {
  const [system, organization] = [firstOf(manifest, 'system'), firstOf(manifest, 'organization')];
  const subjects = textsOf(dataset['data_subjects']);
  if (!system && !organization && !subjects) return undefined;
  const declarations = listOf(system?.['privacy_declarations']) ?? [];
  const dpia = compact({
    required: truthOf(system?.['requires_data_protection_assessments']), ref: textOf(system?.['dpa_location']), status: textOf(system?.['dpa_progress']),
  });
  const period = textOf(objectOf(declarations[0])?.['retention_period']);
  const [responsible] = textsOf(system?.['responsibility']) ?? [];
  return {
    node: ['system', 0], raw: {}, purposes: declarations.flatMap((item, i) => readPurpose(objectOf(item), ['system', 0, 'privacy_declarations', i])),
    ...compact({
      personalData: PERSONAL.get(system?.['processes_personal_data']), subjects, role: ROLES.find(role => role === responsible?.toLowerCase()),
      controller: readContact(organization?.['controller']), dpo: readContact(organization?.['data_protection_officer']),
      representative: readContact(organization?.['representative']),
      dpia: Object.keys(dpia).length > 0 ? dpia : undefined, retention: period === undefined ? undefined : { period },
    }),
  };
}

const PERSONAL = new Map<unknown, 'yes' | 'none'>([[true, 'yes'], [false, 'none']]);
const ROLES = ['controller', 'processor'] as const;

function readPurpose(declaration: JsonObject | undefined, node: NodePath): readonly PurposeDescription[] {
  const use = textOf(declaration?.['data_use']);
  if (!declaration || use === undefined) return [];
  return [{
    use, node,
    ...compact({
      description: declaration['name'] === use ? undefined : textOf(declaration['name']),
      legalBasis: LEGAL_BASES.find(({ fides }) => fides !== undefined && fides === declaration['legal_basis_for_processing'])?.id,
      specialBasis: SPECIAL_BASES.find(({ fides }) => fides !== undefined && fides === declaration['special_category_legal_basis'])?.id,
    }),
  }];
}
