import type { NodePath } from '../../core/place.ts';
import type { Guide } from '../../core/standard.ts';
import type { WrittenTerm } from '../../core/term.ts';
import { tableGuide } from '../document/tableGuide.ts';
import { KINDS } from './guideTable.ts';

const SPECIFICATION = 'https://docs.mlcommons.org/croissant/docs/croissant-spec.html';
const RESPONSIBLE_AI = 'https://docs.mlcommons.org/croissant/docs/croissant-rai-spec.html';

/** What an editor offers in a Croissant description. Names may be written with the prefixes of their vocabularies or without. */
export const GUIDE: Guide = {
  ...tableGuide({
    kinds: KINDS,
    root: 'Dataset',
    plain,
    page: (_, property) => (property.startsWith('rai:') ? RESPONSIBLE_AI : SPECIFICATION),
  }),
  term,
};

function plain(property: string): string {
  const short = property.replace(/^(?:cr|ml|sc|schema|dct|dcterms):|^http:\/\/mlcommons\.org\/croissant\/RAI\/(?=.)/, '');
  return `rai:${short}` in (KINDS['Dataset'] ?? {}) ? `rai:${short}` : short;
}

/** Use cases begin with a term, and a description may follow; what is told of personal data ends with one, after the name of a field: `mail: user.contact.email`. */
function term(path: NodePath, written: string): WrittenTerm | undefined {
  const isUse = path.some(step => typeof step === 'string' && plain(step) === 'rai:dataUseCases');
  const pattern = isUse ? /^()([a-z_.]*)((?::\s[\s\S]*)?)$/ : /^((?:[\s\S]*: )?)([\w.]*)()$/;
  const [, before, id, after] = pattern.exec(written) ?? [];
  return before === undefined || id === undefined || after === undefined ? undefined : { before, id, after };
}
