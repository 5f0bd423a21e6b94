import { say } from '../../../../../core/message.ts';
import { defineRequirement } from '../../../../../core/requirement.ts';
import { personalFields } from '../../../../../core/duties.ts';

export default defineRequirement({
  id: 'missing-retention',
  of: 'dataset',
  summary: 'Personal data is kept without an end',
  severity: 'warning',
  since: 'next',

  lack({ retention }, description) {
    const fields = personalFields(description);
    if (retention?.period !== undefined && retention.from !== undefined && !isUnbounded(retention.period)) return undefined;
    if (!retention && fields.length > 0 && fields.every(({ privacy }) => privacy.retention?.period !== undefined)) return undefined;
    return {
      message: !retention ? say`How long the personal data is kept is not said`
        : retention.period === undefined ? say`The retention has no period`
          : isUnbounded(retention.period) ? say`The retention is so long that it has no end`
            : say`When the time of the retention begins is not said`,
      missing: !retention ? ['retention'] : retention.period === undefined ? ['retention', 'period'] : isUnbounded(retention.period) ? UNWRITTEN : ['retention', 'from'],
      stub: { title: say`Add a retention of three years`, at: ['retention'], value: { action: 'delete', ...retention, ...start(retention?.period, retention?.from) } },
    };
  },
});

/** What is there and too long is complained of though it is written. */
const UNWRITTEN = ['retention', 'until'];

/** A century is longer than anybody who decides on it will be there. */
const isUnbounded = (period: string): boolean => Number(/^P(\d+)Y/.exec(period)?.[1] ?? 0) >= 100;

const start = (period: string | undefined, from: string | undefined): { readonly period: string; readonly from: string } => ({
  period: period === undefined || isUnbounded(period) ? 'P3Y' : period, from: from ?? 'collection',
});
