import type { ColumnPrivacy, Contact, DifferentialPrivacy, Hierarchy, PrivacyDescription, PurposeDescription } from '../../core/annotation.ts';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import { isSame } from '../../util/json.ts';
import { compact, listOf, objectOf } from '../document/shape.ts';
import { keptOfColumn, keptOfDataset } from './schemas.ts';

/**
 * The block `privacy` of a dataset, in the form of our vocabulary, at a node of whatever document it stands in. What the schema complains of is left out;
 * `undefined` where there is no block at all.
 */
export function readDatasetPrivacy(value: Json | undefined, node: NodePath): PrivacyDescription | undefined {
  const raw = objectOf(value);
  const kept: unknown = keptOfDataset(raw);
  if (!raw || !isDatasetBlock(kept)) return undefined;
  const { purposes: _, controller, dpo, representative, differentialPrivacy, ...rest } = kept;
  return {
    ...rest,
    ...compact({ controller: contactOf(controller), dpo: contactOf(dpo), representative: contactOf(representative) }),
    ...compact({ differentialPrivacy: differentialPrivacy && readLosses(differentialPrivacy) }),
    purposes: readPurposes(raw['purposes'], [...node, 'purposes']),
    raw,
    node,
  };
}

/** The block `privacy` of a column, in the same way. */
export function readColumnPrivacy(value: Json | undefined, node: NodePath): ColumnPrivacy | undefined {
  const block = objectOf(value);
  if (value !== undefined && !block) return { node, isPartial: true };
  const sound = keptOfColumn(block);
  const kept: unknown = sound;
  if (!isColumnBlock(kept)) return undefined;
  const { notPersonal, hierarchy, ...rest } = kept;
  return {
    ...rest,
    ...compact({ notPersonal: typeof notPersonal === 'object' ? true : notPersonal, hierarchy: hierarchyOf(hierarchy) }),
    ...(!isSame(sound, block) && { isPartial: true as const }),
    node,
  };
}

type Contacts = 'controller' | 'dpo' | 'representative';
/** A dataset's block as it is written, which leaves more freedom than the model. */
type DatasetBlock = Omit<PrivacyDescription, 'node' | 'raw' | 'purposes' | 'differentialPrivacy' | Contacts>
  & { readonly [K in Contacts]?: string | Contact } & { readonly purposes?: readonly Omit<PurposeDescription, 'node'>[]; readonly differentialPrivacy?: LossBlock };
type Loss = number | { readonly epsilon?: number; readonly delta?: number; readonly name?: string };
type LossBlock = Omit<DifferentialPrivacy, 'releases' | 'budget'> & { readonly releases?: readonly Loss[]; readonly budget?: Loss };
type ColumnBlock = Omit<ColumnPrivacy, 'node' | 'notPersonal' | 'hierarchy'> & {
  readonly notPersonal?: boolean | object;
  readonly hierarchy?: string | { readonly levels?: Readonly<Record<string, readonly string[]>>; readonly path?: string };
};

/** What keeps the schema has these forms: the types above say in TypeScript what the schemas say in JSON, and a test holds them together. */
const isDatasetBlock = (kept: unknown): kept is DatasetBlock => kept !== undefined;
const isColumnBlock = (kept: unknown): kept is ColumnBlock => kept !== undefined;

/** Each by itself, so that it keeps its place in the list when another is left out. */
function readPurposes(value: Json | undefined, node: NodePath): readonly PurposeDescription[] {
  return (listOf(value) ?? []).flatMap((item, i): readonly PurposeDescription[] => {
    const kept: unknown = keptOfDataset({ purposes: [item] });
    const [purpose] = (isDatasetBlock(kept) ? kept.purposes : undefined) ?? [];
    return purpose ? [{ ...purpose, node: [...node, i] }] : [];
  });
}

const contactOf = (given: string | Contact | undefined): Contact | undefined => (typeof given === 'string' ? { name: given } : given);

/** Who is responsible, by a name alone or with ways to reach them. */
export function readContact(value: Json | undefined): Contact | undefined {
  const kept: unknown = keptOfDataset(value === undefined ? {} : { controller: value });
  return isDatasetBlock(kept) ? contactOf(kept.controller) : undefined;
}

function readLosses({ releases, budget, ...rest }: LossBlock): DifferentialPrivacy {
  return { ...rest, ...compact({ releases: releases?.map(lossOf), budget: budget === undefined ? undefined : lossOf(budget) }) };
}

const lossOf = (loss: Loss): Exclude<Loss, number> => (typeof loss === 'number' ? { epsilon: loss } : loss);

function hierarchyOf(given: ColumnBlock['hierarchy']): Hierarchy | undefined {
  if (typeof given === 'string') return { path: given };
  if (given?.levels) return { levels: given.levels };
  return given?.path === undefined ? undefined : { path: given.path };
}
