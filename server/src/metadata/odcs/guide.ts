import type { Guide, GuideName } from '../../core/standard.ts';
import { schemaGuide } from '../document/schemaGuide.ts';
import { WORDS } from './guideWords.ts';
import SCHEMA_TEXT from './schema/odcs.schema.json';
import { SERVERS } from './servers.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'servers/type': Object.keys(SERVERS), status: ['proposed', 'draft', 'active', 'deprecated', 'retired'],
  'slaProperties/property': [
    'availability', 'endOfLife', 'endOfSupport', 'errorRate', 'frequency', 'generalAvailability', 'latency', 'retention', 'throughput', 'timeOfAvailability', 'timeToDetect',
    'timeToNotify', 'timeToRepair',
  ],
};

/** What an editor offers in a contract: properties, closed lists, and names and values of the columns. */
export const GUIDE: Guide = schemaGuide(SCHEMA_TEXT, {
  hasSchema: true, words: WORDS, values: key => VALUES[key], names: nameAt, page: () => 'https://bitol-io.github.io/open-data-contract-standard/latest/',
});

function nameAt(key: string): GuideName | undefined {
  if (key === 'servers/path') return 'path';
  if (key === 'schema/properties/name' || key === 'schema/properties/physicalName') return 'column';
  return /^schema\/properties\/(?:examples|enum\/value)$/.test(key) ? 'value' : undefined;
}
