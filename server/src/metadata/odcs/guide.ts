import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Guide, GuideName } from '../../core/standard.ts';
import { nameInBlock, withBlocks, type InBlock } from '../annotation/guide.ts';
import { schemaGuide } from '../document/schemaGuide.ts';
import { listOf, objectOf, textOf } from '../document/shape.ts';
import { WORDS } from './guideWords.ts';
import { BLOCK, CATEGORY, CLASSIFICATIONS } from './privacy.ts';
import SCHEMA_TEXT from './schema/odcs.schema.json';
import { SERVERS } from './servers.ts';

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'servers/type': Object.keys(SERVERS), status: ['proposed', 'draft', 'active', 'deprecated', 'retired'],
  'schema/properties/classification': CLASSIFICATIONS,
  'slaProperties/property': [
    'availability', 'endOfLife', 'endOfSupport', 'errorRate', 'frequency', 'generalAvailability', 'latency', 'retention', 'throughput', 'timeOfAvailability', 'timeToDetect',
    'timeToNotify', 'timeToRepair',
  ],
};

/** What an editor offers in a contract: properties, closed lists, and names and values of the columns. */
const CONTRACT: Guide = schemaGuide(SCHEMA_TEXT, {
  hasSchema: true, words: WORDS, values: key => VALUES[flat(key)], names: key => nameAt(flat(key)), page: () => 'https://bitol-io.github.io/open-data-contract-standard/latest/',
});

/** The same, with what custom properties and tags hold of an annotation. */
export const GUIDE: Guide = withBlocks({ ...CONTRACT, names: (path, fileName, document) => termNames(path, document) ?? CONTRACT.names(path, fileName) }, blockAt);

function blockAt(path: NodePath, document: Json | undefined): InBlock | undefined {
  const custom = customAt(path, document);
  return custom?.property === BLOCK ? { block: custom.ofColumn ? 'column' : 'dataset', below: custom.below } : undefined;
}

/** Names of terms alone, told without a look into the schema: that would be one for every text of a contract. */
export function termNames(path: NodePath, document: Json | undefined): GuideName | undefined {
  const found = blockAt(path, document);
  if (found) return nameInBlock(found.block, found.below.filter(step => typeof step === 'string').join('/'));
  if (customAt(path, document)?.property === CATEGORY) return 'data-category';
  const own = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  return own[0] === 'schema' && own.at(-1) === 'tags' && own.at(-3) === 'properties' ? 'special-class' : undefined;
}

interface Custom {
  readonly property: string | undefined;
  readonly ofColumn: boolean;
  readonly below: NodePath;
}

/** The custom property of the contract or of a column in whose value a path lies. */
function customAt(path: NodePath, document: Json | undefined): Custom | undefined {
  const at = path.indexOf('customProperties');
  const isOwner = at === 0 || (path[0] === 'schema' && path[at - 2] === 'properties');
  if (at < 0 || !isOwner || path[at + 2] !== 'value') return undefined;
  const owner = path.slice(0, at + 2).reduce<Json | undefined>((outer, step) => (typeof step === 'number' ? listOf(outer)?.[step] : objectOf(outer)?.[step]), document);
  return { property: textOf(objectOf(owner)?.['property']), ofColumn: at > 0, below: path.slice(at + 3) };
}

/** Columns within columns are columns. */
const flat = (key: string): string => key.replace(/^schema(?:\/properties)+/, 'schema/properties');

function nameAt(key: string): GuideName | undefined {
  if (key === 'servers/path') return 'path';
  if (key === 'schema/properties/name' || key === 'schema/properties/physicalName') return 'column';
  return /^schema\/properties\/(?:examples|enum\/value)$/.test(key) ? 'value' : undefined;
}
