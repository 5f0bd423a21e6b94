import { LICENCES } from './identifiers.ts';

/** The identifier an address of a licence stands for, where it is one of the usual places; `undefined` elsewhere. */
export function licenceAt(address: string): string | undefined {
  const path = address.trim().replace(/^https?:\/\/(?:www\.)?/i, '').replace(/[#?].*$/, '').replace(/\/+$/, '');
  const [, kind, version] = /^creativecommons\.org\/licenses\/([a-z-]+)\/(\d\.\d)/i.exec(path) ?? [];
  if (kind !== undefined && version !== undefined) return knownAs(`cc-${kind}-${version}`);
  if (/^creativecommons\.org\/publicdomain\/zero/i.test(path)) return 'CC0-1.0';
  const [, last] = /^(?:spdx\.org\/licenses|choosealicense\.com\/licenses|opensource\.org\/licenses?|opendatacommons\.org\/licenses)\/([\w.+-]+?)(?:\.html)?(?:\/.*)?$/i.exec(path) ?? [];
  return last === undefined ? undefined : knownAs(last) ?? knownAs(`odc-${last}`);
}

/** The identifier as its list spells it; `undefined` for what is on no list. */
export const knownAs = (id: string): string | undefined => LICENCES.get(id.trim().toLowerCase());

/** What a licence asks of those who use the data, as far as its name says. */
export interface LicenceTerms {
  /** Not for commercial use. */
  readonly nonCommercial: boolean;
  /** Changed copies must not be passed on. */
  readonly noDerivatives: boolean;
  /** Changed copies are passed on under the same terms. */
  readonly shareAlike: boolean;
}

export function termsOf(id: string): LicenceTerms {
  const key = id.toLowerCase();
  return {
    nonCommercial: /(?:^|-)nc(?:-|$)|noncommercial/.test(key),
    noDerivatives: /^cc-by(?:-nc)?-nd(?:-|$)/.test(key),
    shareAlike: /^cc-by(?:-nc)?-sa(?:-|$)|^cc-sa-|odbl|^a?gpl|^gfdl|^cdla-sharing/.test(key),
  };
}
