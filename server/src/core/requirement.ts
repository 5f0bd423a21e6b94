import type { DataSource, PrivacyDescription, PurposeDescription } from './annotation.ts';
import type { Description } from './description.ts';
import { type AnnotatedField, articlesOf, isPersonal, isWritten, nodeOfColumn, personalFields } from './duties.ts';
import { type Message, say } from './message.ts';
import type { NodePath, Place } from './place.ts';
import type { Json } from './problem.ts';
import { type Rule, type RuleDefinition, defineRule } from './rule.ts';

/** What a duty is about, one at a time. */
export interface RequirementParts {
  readonly dataset: PrivacyDescription;
  readonly purpose: PurposeDescription;
  readonly source: DataSource;
  readonly column: AnnotatedField;
}

/**
 * A duty that only asks for something to be written down: declarative, and a rule like any other once it is registered, with a manual and a switch. It
 * holds where an applied profile has an article for its id. Unless it holds `always` it is about personal data that has a purpose; that there is none is
 * the first thing to say, and said by another rule.
 */
export interface Requirement<K extends keyof RequirementParts> extends Pick<RuleDefinition<'metadata', Record<never, never>>, 'id' | 'summary' | 'severity' | 'since'> {
  readonly of: K;
  readonly always?: boolean;
  /** What of the duty is not met by this part; `undefined` where it is met or does not hold. */
  lack(part: RequirementParts[K], description: Description): Lack | undefined;
}

export interface Lack {
  /** What is missing, without the articles, which follow after a colon. */
  readonly message: Message;
  /** The very node that is missing, below the part, where it lies deeper than what is to be written. */
  readonly missing?: NodePath;
  /** A first text of what is to be written, and where below the part. */
  readonly stub: { readonly title: Message; readonly at: NodePath; readonly value: Json };
}

/** Turns a duty into a rule. */
export function defineRequirement<K extends keyof RequirementParts>(requirement: Requirement<K>): Rule {
  const { id, of, summary, severity, since, always = false } = requirement;
  return defineRule({
    id, summary, severity, since, scope: 'metadata', dimension: 'validity', needs: [], options: {},

    *check({ description, profiles }) {
      const articles = profiles.asking(id);
      if (articles.length === 0 || !(always || hasPurposes(description))) return;
      for (const { part, base, place } of spotsOf(of, description)) {
        const lack = requirement.lack(part, description);
        if (!lack || isWritten(description.privacy, [...base, ...lack.missing ?? lack.stub.at])) continue;
        const { message, stub: { title, at, value } } = lack;
        yield {
          place: nearer(place, description.privacy, at) ?? place,
          message: say`${message}: ${articlesOf(articles)}`,
          fix: { title, safety: 'unsafe', change: { do: 'set-node', path: [...base, ...at], value } },
        };
      }
    },
  });
}

const hasPurposes = (description: Description): boolean => isPersonal(description) && description.privacy.purposes.length > 0;

/** Of a dataset's block, the part that is there and incomplete. */
function nearer(place: Place, privacy: PrivacyDescription | undefined, [key]: NodePath): Place | undefined {
  if (place.at !== 'node' || place.part !== 'key' || privacy?.node !== place.path || key === undefined || !Object.hasOwn(privacy, key)) return undefined;
  return { at: 'node', path: [...privacy.node, key], part: 'key' };
}

interface Spot<P> {
  readonly part: P;
  /** Path of the block that is to hold what is missing. */
  readonly base: NodePath;
  readonly place: Place;
}

/** What a description has of such parts. */
function spotsOf<K extends keyof RequirementParts>(of: K, description: Description): readonly Spot<RequirementParts[K]>[] {
  const spots: { readonly [P in keyof RequirementParts]: () => readonly Spot<RequirementParts[P]>[] } = {
    dataset: () => {
      const part = description.privacy ?? { node: ['privacy'], raw: {}, purposes: [] };
      return [{ part, base: part.node, place: { at: 'node', path: description.privacy ? part.node : [], part: 'key' } }];
    },
    purpose: () => (description.privacy?.purposes ?? []).map(part => ({ part, base: part.node, place: { at: 'node', path: [...part.node, 'use'], part: 'value' } })),
    source: () => (description.privacy?.sources ?? []).map((part, i) => {
      const base = [...description.privacy?.node ?? [], 'sources', i];
      return { part, base, place: { at: 'node', path: part.kind === undefined ? base : [...base, 'kind'], part: 'value' } };
    }),
    column: () => personalFields(description).map(part => ({ part, base: part.privacy.node, place: { at: 'node', ...nodeOfColumn(part, 'special') } })),
  };
  return spots[of]();
}
