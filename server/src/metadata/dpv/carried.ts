import type { ColumnPrivacy, PrivacyDescription, PurposeDescription } from '../../core/annotation.ts';
import type { Description } from '../../core/description.ts';
import { LEGAL_BASES, SPECIAL_BASES, SPECIAL_CLASSES } from '../../privacy/taxonomy/laws.ts';
import { compact } from '../document/shape.ts';
import { KINDS, ORIGINS, TRANSFER_GROUNDS } from './terms.ts';

/** The part of a description's annotations that the process says, so that the rest can be named as lost. */
export const carriedBy = ({ privacy, resources }: Description): Description => ({
  resources: resources.map(resource => ({ ...resource, fields: resource.fields.map(({ privacy: own, ...field }) => ({ ...field, ...(own && { privacy: ofColumn(own) }) })) })),
  ...(privacy && { privacy: ofDataset(privacy) }),
});

function ofDataset(privacy: PrivacyDescription): PrivacyDescription {
  const { node, raw, subjects, controller, dpo, representative, jurisdictions, storage, transfers, recipients, retention, dpia, identifiability, safeguards } = privacy;
  const hasGrounds = transfers?.every(({ mechanism, subjectsPerYear }) => (mechanism === undefined || mechanism in TRANSFER_GROUNDS) && subjectsPerYear === undefined);
  return {
    node, raw, purposes: privacy.purposes.map(ofPurpose),
    ...compact({
      subjects, controller, dpo, representative, jurisdictions, storage, identifiability: identifiability && identifiability in KINDS ? identifiability : undefined,
      transfers: hasGrounds === true ? transfers : undefined, recipients: recipients?.every(({ role }) => role === undefined) === true ? recipients : undefined,
      retention: retention && compact({ period: retention.period }), dpia: dpia && compact({ ref: dpia.ref, date: dpia.date }),
      safeguards: safeguards && compact({ encryptionAtRest: safeguards.encryptionAtRest, encryptionInTransit: safeguards.encryptionInTransit, access: safeguards.access }),
    }),
  };
}

const ofPurpose = ({ node, use, description, legalBasis, specialBasis }: PurposeDescription): PurposeDescription => ({
  node, use,
  ...compact({
    description, legalBasis: LEGAL_BASES.find(({ id, dpv }) => id === legalBasis && dpv !== undefined)?.id,
    specialBasis: SPECIAL_BASES.find(({ id, dpv }) => id === specialBasis && dpv !== undefined)?.id,
  }),
});

function ofColumn(privacy: ColumnPrivacy): ColumnPrivacy {
  const { node, category, role, special, identifiability, origin, transform, purposes, retention, notPersonal } = privacy;
  const known = special?.every(one => SPECIAL_CLASSES.some(({ id, dpv }) => id === one && dpv !== undefined)) === true;
  return {
    node,
    ...compact({
      category, purposes, notPersonal, role: role === 'direct-identifier' ? role : undefined, special: known ? special : undefined,
      identifiability: identifiability && identifiability in KINDS ? identifiability : undefined, origin: origin && origin in ORIGINS ? origin : undefined,
      transform: transform && compact({ technique: transform.technique }), retention: retention && compact({ period: retention.period }),
    }),
  };
}
