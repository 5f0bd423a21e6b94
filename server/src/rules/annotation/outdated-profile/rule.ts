import type { LegalProfile, ProfileVersion } from '../../../core/duties.ts';
import { list, name, say, value as quote } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import type { Problem } from '../../../core/problem.ts';
import { defineRule } from '../../../core/rule.ts';
import { mostSimilar } from '../../../util/similar.ts';

export default defineRule({
  id: 'outdated-profile',
  scope: 'metadata',
  summary: 'An annotation names a profile that is unknown or has been replaced',
  severity: 'information',
  dimension: 'validity',
  since: 'next',
  needs: [],
  options: {},

  *check({ description: { privacy }, profiles: { known }, today }) {
    const named = privacy?.profiles ?? [];
    for (const [i, text] of named.entries()) {
      const path = [...privacy?.node ?? [], 'profiles', i];
      const [id = '', month] = text.split('@');
      const profile = known.find(one => one.id === id || one.aliases?.includes(id) === true);
      if (profile) yield* versionProblems(profile, month, { path, today, named, list: path.slice(0, -1) });
      else yield unknown(id, path, known);
    }
  },
});

function unknown(id: string, path: NodePath, known: readonly LegalProfile[]): Problem {
  const meant = mostSimilar(id, known.map(one => one.id));
  const place = { at: 'node', path, part: 'value' } as const;
  if (meant === undefined) return { place, message: say`There is no profile ${name(id)}; known are ${list(known.map(one => name(one.id)))}` };
  return {
    place,
    message: say`There is no profile ${name(id)}; did you mean ${name(meant)}?`,
    fix: { title: say`Replace with ${name(meant)}`, safety: 'unsafe', change: { do: 'set-node', path, value: meant } },
  };
}

interface Named {
  readonly path: NodePath;
  readonly list: NodePath;
  readonly named: readonly string[];
  readonly today: string;
}

/** A version there is none of, one that a newer one has replaced, and what another profile has taken over. */
function* versionProblems({ id, versions }: LegalProfile, month: string | undefined, { path, list: all, named, today }: Named): Iterable<Problem> {
  const place = { at: 'node', path, part: 'value' } as const;
  const inForce = versions.filter(one => one.inForce <= today);
  const newest = inForce.at(-1) ?? versions[0];
  const version: ProfileVersion | undefined = month === undefined ? newest : versions.find(one => one.id === month);
  const newer = `${id}@${newest.id}`;
  const fix = { title: say`Replace with ${quote(newer, -1)}`, safety: 'unsafe', change: { do: 'set-node', path, value: newer } } as const;
  if (!version) yield { place, message: say`${name(id)} has no version ${quote(month ?? '', -1)}; the newest in force is ${quote(newest.id, -1)}`, fix };
  else if (version.inForce < newest.inForce) {
    yield { place, message: say`${quote(`${id}@${version.id}`, -1)} is older than ${quote(newest.id, -1)}, which is in force since ${quote(newest.inForce, -1)}`, fix };
  }
  const { superseded } = version ?? newest;
  const [successor = ''] = superseded?.by.split('@') ?? [];
  if (!superseded || superseded.on > today || named.some(one => one.split('@')[0] === successor)) return;
  yield {
    place,
    message: say`${quote(superseded.by, -1)} has taken the place of ${name(id)}, or of a part of it, since ${quote(superseded.on, -1)}`,
    fix: { title: say`Add ${quote(successor, -1)}`, safety: 'unsafe', change: { do: 'insert-node', path: [...all, named.length], value: successor } },
  };
}
