import type { Guarantees } from '../../../core/annotation.ts';
import { told } from '../../../core/facts.ts';
import { count, list, name, number, percent, say, type Message } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { rowsOf, type Offence, type PopulationView, type RiskView } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'population-promise-not-kept',
  scope: 'resource',
  summary: 'Held against the population, the data gives away more of people than the annotation promises',
  severity: 'error',
  dimension: 'validity',
  since: 'next',
  needs: ['classes'],
  options: {},

  *check({ table: { risk, privacy } }) {
    const population = risk?.population;
    if (!risk || !population || !privacy) return;
    const node = [...privacy.node, 'guarantees'];
    const named = privacy.guarantees?.kMap?.population === undefined ? 'deltaPresence' : 'kMap';
    if (population.is !== 'usable') {
      const message = population.is === 'unreadable' ? say`The population ${name(population.name)} is neither a resource of the description nor a table beside it that can be read`
        : say`The population ${name(population.name)} has no column ${list(population.lacks.map(name))}, which is a quasi-identifier`;
      return yield { place: { at: 'file' }, message, mirror: [...node, named, 'population'] };
    }
    if (population.rows === 0) return;
    if (population.short.rows > 0) {
      yield {
        ...rowsOf(population.short), severity: 'warning', mirror: [...node, named, 'population'],
        message: say`${count(population.short.rows, 'row')} in ${count(population.short.classes, 'class')} are more than ${name(population.name)} has people of the kind, so that it is not everybody`,
        facts: told({ rows: population.short.rows, classes: population.short.classes, n: population.rows }),
      };
    }
    const by = list(risk.quasiIdentifiers.map(column => name(column.name)));
    for (const { broken, found, measured, limit, path } of breachesOf(population, privacy.guarantees, risk)) {
      yield {
        ...rowsOf(broken),
        message: say`${found}: ${count(broken.rows, 'row')} in ${count(broken.classes, 'class')} by ${by}, held against ${name(population.name)}`,
        facts: told({ measured, promised: limit, rows: broken.rows, classes: broken.classes, n: population.rows }),
        mirror: [...node, ...path],
      };
    }
  },
});

interface Breach {
  readonly broken: Offence;
  readonly found: Message;
  readonly measured: number;
  readonly limit: number;
  readonly path: NodePath;
}

function breachesOf(population: PopulationView, { kMap, deltaPresence, risk }: Guarantees = {}, { missing }: RiskView): readonly Breach[] {
  const breaches: Breach[] = [];
  const add = (breach: Breach): void => {
    if (breach.broken.classes > 0) breaches.push(breach);
  };
  if (kMap?.k !== undefined) {
    const found = say`k-map is ${number(population.kMap)}, and ${number(kMap.k)} is promised`;
    add({ broken: population.fewerThan(kMap.k), found, measured: population.kMap, limit: kMap.k, path: ['kMap', 'k'] });
  }
  const { least, greatest } = population.presence;
  const { min, max } = deltaPresence ?? {};
  if (max !== undefined) {
    const found = say`Up to ${percent(greatest)} of the people of a class are in the data, and at most ${percent(max)} is promised`;
    add({ broken: population.presentOutside(0, max), found, measured: greatest, limit: max, path: ['deltaPresence', 'max'] });
  }
  if (min !== undefined) {
    const found = say`As few as ${percent(least)} of the people of a class are in the data, and at least ${percent(min)} is promised`;
    add({ broken: population.presentOutside(min, 1), found, measured: least, limit: min, path: ['deltaPresence', 'min'] });
  }
  if (risk?.model === 'journalist' && risk.max !== undefined) {
    const { highest } = population.journalist;
    add({
      broken: population.fewerThan(Math.ceil(1 / risk.max - ROUNDING)), measured: highest, limit: risk.max, path: ['risk', 'max'],
      found: say`Somebody who does not know who is in the data finds a row with a probability of ${percent(highest)}; the limit is ${percent(risk.max)}`,
    });
  }
  // With wildcards classes overlap and a share is no longer that of a group of people.
  return missing === 'wildcard' ? breaches.filter(({ path }) => path[0] !== 'deltaPresence') : breaches;
}

const ROUNDING = 1e-9;
