import type { PrivacyDescription } from '../core/annotation.ts';

/** What is said of a dataset that leaves no room for somebody's name, and under which key. */
export interface AnonymousClaim {
  readonly says: string;
  readonly key: 'identifiability' | 'profiles';
}

/** Whether a dataset is said to name nobody: as such, or by the method of 45 CFR 164.514(b)(2). */
export function claimedAnonymous(privacy: PrivacyDescription | undefined): AnonymousClaim | undefined {
  const { identifiability, profiles = [] } = privacy ?? {};
  if (identifiability !== undefined && NOBODY.includes(identifiability)) return { says: identifiability, key: 'identifiability' };
  const profile = profiles.find(one => one.split('@')[0] === SAFE_HARBOR);
  return profile === undefined ? undefined : { says: profile, key: 'profiles' };
}

/** Whether data is to be de-identified by taking out what 45 CFR 164.514(b)(2) lists. */
export const underSafeHarbor = (privacy: PrivacyDescription | undefined): boolean =>
  privacy?.profiles?.some(one => one.split('@')[0] === SAFE_HARBOR) === true;

const NOBODY: readonly string[] = ['deidentified', 'anonymised', 'aggregate', 'non-personal'];
const SAFE_HARBOR = 'hipaa-safe-harbor';
