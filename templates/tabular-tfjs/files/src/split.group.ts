import type { Example, Parts } from './example.ts';
import type { Random } from './random.ts';

/**
 * Splits by group: all rows of a group go to one part, so that the test is about groups the model has never seen. Groups are drawn at
 * random until a part has `share` of the rows.
 */
export function split(examples: readonly Example[], share: number, random: Random): Parts {
  const groups = new Map<string, Example[]>();
  for (const example of examples) {
    const rows = groups.get(example.group);
    if (rows === undefined) groups.set(example.group, [example]);
    else rows.push(example);
  }
  if (groups.size < 3) throw new Error('a split by group needs at least three groups');
  const parts: { [part in keyof Parts]: Example[] } = { training: [], validation: [], test: [] };
  const wanted = examples.length * share;
  for (const rows of random.shuffled([...groups.values()])) {
    const part = parts.test.length < wanted ? parts.test : parts.validation.length < wanted ? parts.validation : parts.training;
    part.push(...rows);
  }
  return parts;
}
