import type { PrivacyDescription } from '../../../core/annotation.ts';
import { told } from '../../../core/facts.ts';
import { count, list, name, percent, say, type Message } from '../../../core/message.ts';
import type { NodePath } from '../../../core/place.ts';
import { rowsOf, type ClassView } from '../../../core/risk.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'reidentification-risk',
  scope: 'resource',
  summary: 'People are found again too easily for the audience of the data',
  severity: 'warning',
  dimension: 'validity',
  since: 'next',
  needs: ['classes'],
  options: {
    public: { default: 0.09, description: 'Highest probability of finding a row again in data that is published.' },
    internal: { default: 0.33, description: 'Highest probability of finding a row again in data that stays with those who have signed for it.' },
  },

  *check({ table: { risk, privacy }, options }) {
    const classes = risk?.classes();
    if (!risk || !privacy || !classes || classes.rows === 0) return;
    const by = list(risk.quasiIdentifiers.map(column => name(column.name)));
    for (const limit of limitsOf(privacy, options)) {
      // One class that is too small is said once.
      if (limit.usual && classes.k < (privacy.guarantees?.kAnonymity?.k ?? 0)) continue;
      const measured = limit.of(classes);
      if (cut(measured, limit.most) <= limit.most) continue;
      const broken = classes.smaller(limit.least);
      yield {
        ...rowsOf(broken),
        severity: limit.usual ? 'warning' : 'error',
        message: say`${limit.words(measured, classes)} by ${by}; the limit is ${percent(limit.most)}: ${count(broken.rows, 'row')} in ${count(broken.classes, 'class')}`,
        facts: told({ measured, limit: limit.most, average: classes.risk.average, rows: broken.rows, classes: broken.classes, n: classes.rows }),
        mirror: [...privacy.node, ...limit.path],
      };
    }
  },
});

/** A limit of 0.33 means one in three, and one of 0.09 one in eleven: what is measured is cut to the digits of the limit, two at least. */
const cut = (measured: number, limit: number): number => Math.floor(measured * scaleOf(limit) + ROUNDING) / scaleOf(limit);
const scaleOf = (limit: number): number => 10 ** Math.max(2, (String(limit).split('.')[1] ?? '').length);
/** Rows that a class has at least whose share of one is within the limit. */
const leastFor = (limit: number): number => Math.floor(1 / (limit + 1 / scaleOf(limit)) + ROUNDING) + 1;
const ROUNDING = 1e-9;

interface Limit {
  readonly path: NodePath;
  readonly most: number;
  /** Nobody wrote the number: it follows from the audience. */
  readonly usual: boolean;
  /** Size of a class that would do. */
  readonly least: number;
  of(classes: ClassView): number;
  words(measured: number, classes: ClassView): Message;
}

/** Declared limits, else the usual one of the audience. */
function limitsOf({ guarantees, release }: PrivacyDescription, usual: { readonly public: number; readonly internal: number }): readonly Limit[] {
  const limits: Limit[] = [];
  const { risk, uniqueness } = guarantees ?? {};
  if (uniqueness?.max !== undefined) limits.push(alone(uniqueness.max));
  if (risk?.max !== undefined && risk.model !== 'journalist') limits.push(risk.model === 'marketer' ? average(risk.max) : highest(risk.max, ['guarantees', 'risk', 'max'], false));
  if (risk?.max === undefined && release?.audience) {
    limits.push(highest(release.audience === 'public' ? usual.public : usual.internal, ['release', 'audience'], true));
  }
  return limits;
}

const highest = (most: number, path: NodePath, usual: boolean): Limit => ({
  path, most, usual, least: leastFor(most), of: ({ risk }) => risk.highest,
  words: (measured, { risk }) => say`A row is found again with a probability of ${percent(measured)} (${percent(risk.average)} on average)`,
});

const average = (most: number): Limit => ({
  path: ['guarantees', 'risk', 'max'], most, usual: false, least: leastFor(most), of: ({ risk }) => risk.average,
  words: measured => say`${percent(measured)} of all rows are found again`,
});

const alone = (most: number): Limit => ({
  path: ['guarantees', 'uniqueness', 'max'], most, usual: false, least: 2, of: ({ uniqueness }) => uniqueness,
  words: measured => say`${percent(measured)} of the rows are alone in their class`,
});
