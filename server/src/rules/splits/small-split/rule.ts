import { told } from '../../../core/facts.ts';
import { count, name, percent, say } from '../../../core/message.ts';
import { defineRule } from '../../../core/rule.ts';

export default defineRule({
  id: 'small-split',
  scope: 'split',
  summary: 'A part for evaluation is too small to measure anything',
  severity: 'warning',
  dimension: 'diversity',
  since: '0.1.0',
  needs: ['counts'],
  options: {
    least: { default: 100, description: 'Rows an evaluation part should have.' },
    share: { default: 0.01, description: 'Share of the training rows, from 0 to 1, that an evaluation part should have, unless it has a hundred times the least.' },
  },

  *check({ reference, current, relation, known, options }) {
    const { records } = current;
    const share = records / Math.max(1, reference.records);
    const few = records < options.least;
    const minor = share < options.share && records < options.least * PLENTY;
    if (relation !== 'evaluation' || reference.records < options.least || !(few || minor)) return;
    // The half width of a 95 % interval about a share of one half: the most a measured accuracy can be off by chance.
    const width = 1.96 * Math.sqrt(0.25 / Math.max(1, records));
    yield {
      place: { at: 'file' },
      severity: known === 'description' ? 'warning' : 'information',
      message: few
        ? say`${name(current.name)} has ${count(records, 'row')}, so an accuracy measured on it may be off by ${percent(Math.min(1, width))} by chance; ${options.least} or more are usual`
        : say`${name(current.name)} has ${count(records, 'row')}, ${percent(share)} of the ${count(reference.records, 'row')} for training`,
      facts: told({ n: records, trained: reference.records, share, least: options.least, threshold: options.share }),
    };
  },
});

/** So many times the least is enough whatever share it is. */
const PLENTY = 100;
