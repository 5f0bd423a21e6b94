import type { PrivacyDescription, PurposeDescription } from '../../core/annotation.ts';
import type { Description, FieldDescription, ForeignKeyDescription, ResourceDescription } from '../../core/description.ts';
import { stringify } from 'yaml';
import { DATA_CATEGORIES } from '../../privacy/taxonomy/categories.ts';
import { LEGAL_BASES, SPECIAL_BASES } from '../../privacy/taxonomy/laws.ts';
import { slug } from '../../util/slug.ts';
import { compact } from '../document/shape.ts';
import { identityOf, MECHANISMS, STRATEGIES, TYPES } from './terms.ts';

/** A manifest: the dataset and, where something is said of purposes or of who is responsible, the system and the organization. */
export function writeManifest(description: Description): string {
  const key = keyOf(description.name ?? description.title ?? 'dataset');
  const { privacy } = description;
  return stringify({
    dataset: [{
      fides_key: key, organization_fides_key: 'default_organization',
      ...compact({ name: description.title ?? description.name, description: description.description, data_subjects: subjectsOf(privacy) }),
      collections: description.resources.map(resource => writeCollection(resource, key)),
    }],
    ...(privacy && { system: [writeSystem(key, description, privacy)] }),
    ...(privacy && (privacy.controller ?? privacy.dpo ?? privacy.representative) && { organization: [writeOrganization(privacy)] }),
  }, { aliasDuplicateObjects: false, lineWidth: 0 });
}

const keyOf = (text: string): string => slug(text).replaceAll('-', '_') || 'dataset';
/** Children are no subjects of the taxonomy. */
const subjectsOf = (privacy: PrivacyDescription | undefined): readonly string[] | undefined => privacy?.subjects?.filter(subject => subject !== 'child');

function writeCollection(resource: ResourceDescription, dataset: string): object {
  return {
    name: resource.name, ...compact({ description: resource.description }), fields: resource.fields.map(field => writeField(field, resource, dataset)),
  };
}

function writeField(field: FieldDescription, resource: ResourceDescription, dataset: string): object {
  const { privacy } = field;
  const strategy = privacy?.transform?.technique && STRATEGIES[privacy.transform.technique];
  const references = (resource.foreignKeys ?? []).flatMap(key => referenceOf(key, field.name, resource, dataset));
  const meta = compact({
    primary_key: resource.primaryKey?.includes(field.name) === true ? true : undefined, data_type: TYPES[field.type], identity: privacy && identityOf(privacy),
    references: references.length > 0 ? references : undefined, masking_strategy_override: strategy === undefined ? undefined : { strategy },
  });
  return {
    name: field.name,
    ...compact({ description: field.description, data_categories: categoriesOf(field), data_uses: privacy?.purposes, fides_meta: Object.keys(meta).length > 0 ? meta : undefined }),
  };
}

/** A term of DPV becomes the category it stands beside; columns that are about nobody are the system's. */
function categoriesOf({ privacy }: FieldDescription): readonly string[] | undefined {
  const category = privacy?.category;
  if (category === undefined) return privacy?.notPersonal === true ? ['system.operations'] : undefined;
  if (!category.startsWith('pd:')) return [category];
  return [DATA_CATEGORIES.find(({ dpv }) => dpv === category.slice('pd:'.length))?.id ?? 'user'];
}

function referenceOf({ fields, resource: target, reference }: ForeignKeyDescription, field: string, own: ResourceDescription, dataset: string): readonly object[] {
  const other = reference[fields.indexOf(field)];
  return other === undefined ? [] : [{ dataset, field: `${target === '' ? own.name : target}.${other}`, direction: 'to' }];
}

function writeSystem(key: string, description: Description, privacy: PrivacyDescription): object {
  const { dpia, transfers, role, dpo, storage: _, personalData } = privacy;
  return {
    fides_key: `${key}_processing`, organization_fides_key: 'default_organization', name: description.title ?? description.name ?? key, system_type: 'Dataset',
    dataset_references: [key],
    ...compact({
      processes_personal_data: personalData === undefined ? undefined : personalData !== 'none', does_international_transfers: transfers && transfers.length > 0,
      legal_basis_for_transfers: transfers && [...new Set(transfers.flatMap(({ mechanism }) => (mechanism && MECHANISMS[mechanism]) ?? []))],
      requires_data_protection_assessments: dpia?.required, dpa_location: dpia?.ref, dpa_progress: dpia?.status, dpo: dpo?.name,
      responsibility: role && [role === 'processor' ? 'Processor' : 'Controller'],
    }),
    privacy_declarations: privacy.purposes.map(purpose => writeDeclaration(purpose, description, privacy)),
  };
}

function writeDeclaration({ use, description: words, legalBasis, specialBasis }: PurposeDescription, description: Description, privacy: PrivacyDescription): object {
  const serving = description.resources.flatMap(({ fields }) => fields.filter(field => field.privacy?.purposes?.includes(use) ?? true));
  const categories = [...new Set(serving.flatMap(field => (field.privacy?.notPersonal === true ? [] : categoriesOf(field) ?? [])))];
  return {
    name: words ?? use, data_use: use, data_categories: categories, data_subjects: subjectsOf(privacy) ?? [],
    ...compact({
      legal_basis_for_processing: LEGAL_BASES.find(({ id }) => id === legalBasis)?.fides, special_category_legal_basis: SPECIAL_BASES.find(({ id }) => id === specialBasis)?.fides,
      retention_period: privacy.retention?.period, impact_assessment_location: privacy.dpia?.ref,
    }),
  };
}

const writeOrganization = ({ controller, dpo, representative }: PrivacyDescription): object => ({
  fides_key: 'default_organization', ...compact({ name: controller?.name, controller, data_protection_officer: dpo, representative }),
});
