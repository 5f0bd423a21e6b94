import type { Message } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Guide, GuideName } from '../../core/standard.ts';
import { schemaGuide } from '../document/schemaGuide.ts';
import { ANNOTATION_SCHEMAS } from './schemas.ts';
import { BLOCK_WORDS } from './words.ts';

export type Block = 'dataset' | 'column';

/** Where a path lies in a block of the annotation, and in which: the way from the block's own node. */
export interface InBlock {
  readonly block: Block;
  readonly below: NodePath;
}

/** What names stand for in a block, by the keys on the way from its node. */
export const nameInBlock = (block: Block, key: string): GuideName | undefined => NAMES[block].find(([pattern]) => pattern.test(key))?.[1];

const NAMES: Readonly<Record<Block, readonly (readonly [RegExp, GuideName])[]>> = {
  dataset: [
    [/^purposes\/use$/, 'data-use'], [/^subjects$/, 'data-subject'], [/^purposes\/legalBasis$/, 'legal-basis'], [/^purposes\/specialBasis$/, 'special-basis'],
    [/^profiles$/, 'profile'], [/^(?:unit\/key|guarantees\/kAnonymity\/qi|guarantees\/(?:lDiversity|tCloseness)\/sensitive)$/, 'any-field'],
  ],
  column: [
    [/^category$/, 'data-category'], [/^purposes$/, 'data-use'], [/^special$/, 'special-class'], [/^transform\/technique$/, 'technique'], [/^type$/, 'detector'],
    [/^transform\/from$/, 'any-field'],
  ],
};

/** The guide of a standard that has the blocks somewhere in its documents. */
export function withBlocks(guide: Guide, blockAt: (path: NodePath, document: Json | undefined) => InBlock | undefined): Guide {
  const inBlock = <T>(path: NodePath, document: Json | undefined, ask: (own: Guide, below: NodePath) => T, otherwise: () => T): T => {
    const found = blockAt(path, document);
    return found ? ask(GUIDES[found.block], found.below) : otherwise();
  };
  return {
    ...guide,
    isBeyondSchema: (path, _, document) => blockAt(path, document) !== undefined,
    properties: (path, file, document) => inBlock(path, document, (own, below) => own.properties(below, file), () => guide.properties(path, file, document)),
    values: (path, file, document) => inBlock(path, document, (own, below) => own.values(below, file), () => guide.values(path, file, document)),
    explain: (path, file, document) => inBlock(path, document, (own, below) => own.explain(below, file), () => guide.explain(path, file, document)),
    names: (path, file, document) => inBlock(path, document, (own, below) => own.names(below, file), () => guide.names(path, file, document)),
    page: (path, file, document) => inBlock(path, document, () => undefined, () => guide.page(path, file, document)),
  };
}

/** Values that have a meaning of their own are offered with it, by their names. */
function guideOf(block: Block): Guide {
  const [dataset, column] = ANNOTATION_SCHEMAS;
  const names = (key: string): GuideName | undefined => nameInBlock(block, key);
  const guide = schemaGuide(block === 'dataset' ? dataset : column, { names, values: key => (names(key) === undefined ? undefined : []), page: () => '' }, [dataset, column]);
  const explain = (path: NodePath): Message | undefined => BLOCK_WORDS[block][path.filter(step => typeof step === 'string').join('/')];
  return {
    ...guide, explain,
    properties: (path, fileName) => guide.properties(path, fileName).map(property => ({ ...property, words: explain([...path, property.name]) })),
  };
}

const GUIDES: Readonly<Record<Block, Guide>> = { dataset: guideOf('dataset'), column: guideOf('column') };
