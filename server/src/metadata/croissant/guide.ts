import type { Guide } from '../../core/standard.ts';
import { tableGuide } from '../document/tableGuide.ts';
import { KINDS } from './guideTable.ts';

const SPECIFICATION = 'https://docs.mlcommons.org/croissant/docs/croissant-spec.html';
const RESPONSIBLE_AI = 'https://docs.mlcommons.org/croissant/docs/croissant-rai-spec.html';

/** What an editor offers in a Croissant description. Names may be written with the prefixes of their vocabularies or without. */
export const GUIDE: Guide = tableGuide({
  kinds: KINDS,
  root: 'Dataset',
  plain: property => property.replace(/^(?:cr|ml|sc|schema|dct|dcterms):/, ''),
  page: (_, property) => (property.startsWith('rai:') ? RESPONSIBLE_AI : SPECIFICATION),
});
