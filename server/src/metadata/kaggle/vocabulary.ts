import type { FieldType } from '../../core/description.ts';

/** Licences Kaggle knows, by the names it has for them. */
export const LICENCES: readonly string[] = (
  'CC0-1.0 CC-BY-SA-3.0 CC-BY-SA-4.0 CC-BY-NC-SA-4.0 GPL-2.0 ODbL-1.0 DbCL-1.0 copyright-authors other unknown CC-BY-4.0 CC-BY-NC-4.0 PDDL CC-BY-3.0 CC-BY-3.0-IGO US-Government-Works '
  + 'CC-BY-NC-SA-3.0-IGO CDLA-Permissive-1.0 CDLA-Sharing-1.0 CC-BY-ND-4.0 CC-BY-NC-ND-4.0 ODC-BY-1.0 LGPL-3.0 AGPL-3.0 FDL-1.3 EU-ODP-Legal-Notice apache-2.0 GPL-3.0 MIT reddit-api world-bank'
).split(' ');

/** Types of columns on Kaggle. */
export const TYPES: ReadonlyMap<string, readonly [FieldType, format?: string]> = new Map([
  ['string', ['string']], ['boolean', ['boolean']], ['numeric', ['number']], ['number', ['number']], ['decimal', ['number']], ['integer', ['integer']],
  ['datetime', ['datetime', 'any']], ['id', ['any']],
  ['uuid', ['string', 'uuid']], ['latitude', ['number']], ['longitude', ['number']], ['coordinates', ['any']], ['country', ['string']], ['province', ['string']], ['postalcode', ['string']],
  ['address', ['string']], ['email', ['string', 'email']], ['url', ['string', 'uri']], ['city', ['string']],
]);
