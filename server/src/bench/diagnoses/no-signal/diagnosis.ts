import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { number, say } from '../../../core/message.ts';

/** Standard errors above the baseline that chance explains. */
const ERRORS = 2;

/** The network is no better than a model that looks at nothing. */
export default defineDiagnosis({
  id: 'no-signal',
  check({ task, scores: [score], baseline, rows }) {
    if (baseline === undefined || rows.test < 10 || task === 'generation') return undefined;
    // The standard error of a share; of R² there is none as plain, so a twentieth stands in.
    const margin = task === 'classification' ? ERRORS * Math.sqrt(Math.max(baseline * (1 - baseline), 1e-4) / rows.test) : 0.05;
    if (score > baseline + margin) return undefined;
    return {
      message: task === 'classification'
        ? say`No signal: the accuracy of ${number(score)} on ${number(rows.test)} rows is not above the baseline’s ${number(baseline)} by more than chance explains (${number(margin)}).`
        : say`No signal: R² is ${number(score)} on ${number(rows.test)} rows; always answering the mean gives ${number(baseline)}.`,
    };
  },
});
