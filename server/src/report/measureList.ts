import type { Guarantees } from '../core/annotation.ts';
import { count, number, percent, say, type Message, type Part } from '../core/message.ts';
import type { PopulationView } from '../core/risk.ts';
import type { AttributeMeasures, RiskReport } from '../privacy/measures/risk.ts';

/** One measure of re-identification, ready to be shown. */
export interface MeasureLine {
  readonly id: string;
  readonly title: Message;
  readonly value: Part;
  /** What it says, in one line. */
  readonly meaning: Message;
  /** What the annotation promises, and whether the data keeps it. */
  readonly declared?: { readonly value: Part; readonly kept: boolean };
}

/** What the sizes of classes give away. */
export function identityLines({ identity }: Pick<RiskReport, 'identity'>, guarantees: Guarantees = {}, population?: PopulationView): readonly MeasureLine[] {
  const { k, uniqueness, prosecutor, marketer, averageClassSize, discernibility } = identity;
  const { kAnonymity, risk } = guarantees;
  const most = (model: 'prosecutor' | 'marketer'): number | undefined => ((risk?.model ?? 'prosecutor') === model ? risk?.max : undefined);
  return [
    {
      id: 'k', title: say`k-anonymity`, value: number(k),
      meaning: say`Every row shares its quasi-identifiers with at least k − 1 others`, ...atLeast(k, kAnonymity?.k),
    },
    {
      id: 'uniqueness', title: say`Uniqueness`, value: percent(uniqueness),
      meaning: say`Share of the rows that nobody shares the quasi-identifiers with`, ...atMost(uniqueness, guarantees.uniqueness?.max, percent),
    },
    {
      id: 'prosecutor-highest', title: say`Prosecutor risk, highest`, value: percent(prosecutor.highest),
      meaning: say`Chance to find the row that is worst off, by somebody who knows the person is in the data`, ...atMost(prosecutor.highest, most('prosecutor'), percent),
    },
    { id: 'prosecutor-average', title: say`Prosecutor risk, average`, value: percent(prosecutor.average), meaning: say`The same chance over all rows` },
    ...(population ? populationLines(population, guarantees) : [{
      id: 'journalist', title: say`Journalist risk, at most`, value: percent(prosecutor.highest),
      meaning: say`Chance of somebody who does not know whether the person is in the data; without a table of the population only this bound is known`,
    }]),
    {
      id: 'marketer', title: say`Marketer risk`, value: percent(marketer), meaning: say`Share of the rows that are found rightly by somebody who links all of them`,
      ...atMost(marketer, most('marketer'), percent),
    },
    { id: 'class-size', title: say`Average class size`, value: number(averageClassSize), meaning: say`Rows that share their quasi-identifiers, on average` },
    {
      id: 'discernibility', title: say`Discernibility`, value: number(discernibility),
      meaning: say`Sum of the squares of the class sizes: the larger, the less the data tells rows apart`,
    },
  ];
}

/** What a table of the population adds. */
function populationLines({ kMap, journalist, marketer, presence, short }: PopulationView, guarantees: Guarantees): readonly MeasureLine[] {
  const { kMap: map, deltaPresence, risk } = guarantees;
  const declared = deltaPresence && { value: percent(deltaPresence.max ?? 1), kept: presence.least >= (deltaPresence.min ?? 0) && presence.greatest <= (deltaPresence.max ?? 1) };
  return [
    { id: 'k-map', title: say`k-map`, value: number(kMap), meaning: say`Every row could be one of at least k people of the population`, ...atLeast(kMap, map?.k) },
    {
      id: 'journalist', title: say`Journalist risk, highest`, value: percent(journalist.highest),
      meaning: say`Chance to find the row that is worst off, by somebody who does not know whether the person is in the data`,
      ...atMost(journalist.highest, risk?.model === 'journalist' ? risk.max : undefined, percent),
    },
    { id: 'journalist-average', title: say`Journalist risk, average`, value: percent(journalist.average), meaning: say`The same chance over all rows` },
    {
      id: 'marketer-population', title: say`Marketer risk, by the population`, value: percent(marketer),
      meaning: say`Share of the rows that are found rightly by somebody who links all of them with the population`,
    },
    { id: 'presence-least', title: say`delta-presence, least`, value: percent(presence.least), meaning: say`Least share of the people of a class who are in the data` },
    {
      id: 'presence-greatest', title: say`delta-presence, greatest`, value: percent(presence.greatest), meaning: say`Greatest share of the people of a class who are in the data`,
      ...(declared && { declared }),
    },
    ...(short.rows === 0 ? [] : [{
      id: 'population-short', title: say`Missing in the population`, value: count(short.rows, 'row'),
      meaning: say`Their classes are larger in the data than in the population, which then is not everybody`,
    }]),
  ];
}

/** What the classes give away of a sensitive column. */
export function attributeLines(column: string, risk: AttributeMeasures, guarantees: Guarantees = {}): readonly MeasureLine[] {
  const { alpha, distinctL, entropyL, tEqual, tOrdered, tHierarchical, beta, enhancedBeta, keepsEnhancedBeta, delta, recursive } = risk;
  const ofColumn = <T extends { readonly sensitive?: string }>(list: readonly T[] = []): readonly T[] => list.filter(({ sensitive }) => sensitive === undefined || sensitive === column);
  const recursiveOf = (l: number): number | undefined => ofColumn(guarantees.lDiversity).find(one => one.kind === 'recursive' && one.l === l)?.c;
  const l = (kind: string): number | undefined => ofColumn(guarantees.lDiversity).find(one => (one.kind ?? 'distinct') === kind)?.l;
  const t = (distance: string): number | undefined => ofColumn(guarantees.tCloseness).find(one => (one.distance ?? 'equal') === distance)?.t;
  return [
    {
      id: 'l-distinct', title: say`l-diversity, distinct`, value: number(distinctL),
      meaning: say`Fewest different values in a class`, ...atLeast(distinctL, l('distinct')),
    },
    {
      id: 'l-entropy', title: say`l-diversity, entropy`, value: number(entropyL),
      meaning: say`Different values in a class as an even spread would have them`, ...atLeast(entropyL, l('entropy')),
    },
    ...recursive.map((one): MeasureLine => ({
      id: `l-recursive-${one.l}`, title: say`l-diversity, recursive, least c for an l of ${number(one.l)}`, value: one.c === Infinity ? { kind: 'message', message: say`none` } : number(one.c),
      meaning: say`How many times as often as all from the l-th on the commonest value of a class occurs`, ...below(one.c, recursiveOf(one.l)),
    })),
    {
      id: 't-equal', title: say`t-closeness, equal distance`, value: number(tEqual),
      meaning: say`How far the values of a class are from those of all rows; 0 is no difference`, ...atMost(tEqual, t('equal'), number),
    },
    ...(tOrdered === undefined ? [] : [{
      id: 't-ordered', title: say`t-closeness, ordered distance`, value: number(tOrdered),
      meaning: say`The same for values with an order, where near ones differ less`, ...atMost(tOrdered, t('ordered'), number),
    }]),
    ...(tHierarchical === undefined ? [] : [{
      id: 't-hierarchical', title: say`t-closeness, hierarchical distance`, value: number(tHierarchical),
      meaning: say`The same for values with a hierarchy, where those of one branch differ less`, ...atMost(tHierarchical, t('hierarchical'), number),
    }]),
    {
      id: 'alpha', title: say`alpha`, value: percent(alpha),
      meaning: say`Greatest share of one value in a class`, ...atMost(alpha, guarantees.alphaK?.alpha, percent),
    },
    {
      id: 'beta', title: say`beta-likeness`, value: number(beta),
      meaning: say`Greatest gain in confidence in a value by knowing the class, relative to its share of all rows`, ...atMost(beta, guarantees.betaLikeness, number),
    },
    {
      id: 'beta-enhanced', title: say`beta-likeness, enhanced`, value: number(enhancedBeta),
      meaning: keepsEnhancedBeta ? say`The bound that no gain may pass, which is kept` : say`The bound that no gain may pass; a gain in a common value does`,
    },
    {
      id: 'delta', title: say`delta-disclosure`, value: number(delta),
      meaning: say`Greatest logarithm of the change of a value’s share by knowing the class`, ...atMost(delta, guarantees.deltaDisclosure, number),
    },
  ];
}

const below = (measured: number, declared: number | undefined): Pick<MeasureLine, 'declared'> =>
  (declared === undefined ? {} : { declared: { value: number(declared), kept: measured < declared } });

const atLeast = (measured: number, declared: number | undefined): Pick<MeasureLine, 'declared'> =>
  (declared === undefined ? {} : { declared: { value: number(declared), kept: measured >= declared } });

const atMost = (measured: number, declared: number | undefined, show: (value: number) => Part): Pick<MeasureLine, 'declared'> =>
  (declared === undefined ? {} : { declared: { value: show(declared), kept: measured <= declared } });
