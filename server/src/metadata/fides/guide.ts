import { say } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Guide, GuideName } from '../../core/standard.ts';
import { tableGuide, type GuideEntry, type GuideKinds } from '../document/tableGuide.ts';
import { STRATEGIES, TYPES } from './terms.ts';

const KEY: GuideEntry = { type: 'text', words: say`The name by which the rest of the manifest, and other manifests, refer to it.` };
const NAME: GuideEntry = { type: 'text', words: say`What it is called.` };
const DESCRIPTION: GuideEntry = { type: 'text', words: say`What it is, in words.` };
const CATEGORIES: GuideEntry = { type: 'list', words: say`The categories of personal data it holds: terms of Fideslang.`, to: 'Matched', names: 'fides-data-category' };
const USES: GuideEntry = { type: 'list', words: say`What the data is used for: terms of Fideslang.`, to: 'Matched', names: 'data-use' };
const SUBJECTS: GuideEntry = { type: 'list', words: say`Who the data is about: terms of Fideslang.`, to: 'Matched', names: 'fides-data-subject' };
const REQUIRED = { fides_key: KEY, name: NAME, description: DESCRIPTION };

/** What a manifest holds, by kind of object. */
const KINDS: GuideKinds = {
  Manifest: {
    dataset: { type: 'list', words: say`The datasets, each with its tables.`, to: 'Dataset' },
    system: { type: 'list', words: say`The systems that process them, and for what.`, to: 'System' },
    organization: { type: 'list', words: say`Who is responsible.`, to: 'Organization' },
    policy: { type: 'list', words: say`What may be done with which data.`, to: 'Policy' },
  },
  Dataset: {
    ...REQUIRED, data_categories: CATEGORIES, data_subjects: SUBJECTS,
    collections: { type: 'list', words: say`The tables of the dataset.`, to: 'Collection' },
  },
  Collection: { name: NAME, description: DESCRIPTION, data_categories: CATEGORIES, fields: { type: 'list', words: say`The columns of the table.`, to: 'Field' } },
  Field: {
    name: NAME, description: DESCRIPTION, data_categories: CATEGORIES, data_uses: USES,
    fides_meta: { type: 'object', words: say`What the values are and how they are found and masked.`, to: 'Meta' },
    fields: { type: 'list', words: say`The parts of the field.`, to: 'Field' },
  },
  Meta: {
    primary_key: { type: 'truth', words: say`Whether the column is part of the key that tells rows apart.` },
    data_type: { type: 'text', words: say`What the values are.`, values: [...new Set(Object.values(TYPES))] },
    identity: { type: 'text', words: say`The identity by which a person is looked up here, email for instance.` },
    masking_strategy_override: { type: 'object', words: say`How values of this column are masked.`, to: 'Masking' },
  },
  Masking: { strategy: { type: 'text', words: say`The strategy of masking.`, values: Object.values(STRATEGIES) } },
  System: {
    ...REQUIRED, privacy_declarations: { type: 'list', words: say`What the system does with personal data, a purpose each.`, to: 'Declaration' },
    processes_personal_data: { type: 'truth', words: say`Whether the system processes personal data at all.` },
    ingress: { type: 'list', words: say`Where data comes from.`, to: 'Flow' }, egress: { type: 'list', words: say`Where data goes to.`, to: 'Flow' },
  },
  Declaration: {
    name: NAME, data_categories: CATEGORIES, data_subjects: SUBJECTS, data_use: { type: 'text', words: say`What the data is used for: a term of Fideslang.`, names: 'data-use' },
    legal_basis_for_processing: { type: 'text', words: say`The ground of GDPR Article 6(1).`, names: 'fides-legal-basis' },
    special_category_legal_basis: { type: 'text', words: say`The condition of GDPR Article 9(2).`, names: 'fides-special-basis' },
    retention_period: { type: 'text', words: say`How long the data is kept.` },
    shared_categories: CATEGORIES,
  },
  Flow: { fides_key: KEY, data_categories: CATEGORIES },
  Organization: REQUIRED,
  Policy: { ...REQUIRED, rules: { type: 'list', words: say`The rules of the policy.`, to: 'Rule' } },
  Rule: { ...REQUIRED, data_categories: CATEGORIES, data_uses: USES, data_subjects: SUBJECTS },
  Matched: { values: { type: 'list', words: say`The terms that are meant.` } },
};

const TABLE = tableGuide({ kinds: KINDS, root: 'Manifest', page: () => 'https://ethyca.github.io/fideslang/' });

/** What an editor offers in a manifest. Rules of a policy have their terms one level below. */
export const GUIDE: Guide = {
  ...TABLE,
  names: (path, fileName) => TABLE.names(path, fileName) ?? matched(path, fileName),
};

function matched(path: NodePath, fileName: string): GuideName | undefined {
  const at = path.lastIndexOf('values');
  return at > 0 ? TABLE.names(path.slice(0, at), fileName) : undefined;
}
