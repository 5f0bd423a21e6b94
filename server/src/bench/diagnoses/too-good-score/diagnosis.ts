import { defineDiagnosis } from '../../../core/diagnosis.ts';
import { name, number, percent, say } from '../../../core/message.ts';

/** Scores from here on are rare in honest data. */
const SCORE = 0.99;
/** One column carries so much of what the network knows beyond the baseline. */
const SHARE = 0.6;

/** One column alone gives the target away: it may be known only after the target is. */
export default defineDiagnosis({
  id: 'too-good-score',
  check({ scores: [score], baseline = 0, importance: [first, second], task, rows }) {
    // What makes rows has no column that could give anything away.
    if (task === 'generation') return undefined;
    const gain = score - baseline;
    if (score < SCORE || gain < 0.05 || !first || first.drop < SHARE * gain) return undefined;
    // Where others would do as well, the column is one of many good ones.
    if (second && second.drop > first.drop / 2) return undefined;
    const [share, column, n] = [percent(Math.min(1, first.drop / gain)), name(first.column), number(rows.test)];
    return {
      message: task === 'classification'
        ? say`Too good to be true: accuracy ${number(score)} on ${n} rows, and ${share} of the gain over the baseline is lost without ${column}. Is it known before the target?`
        : say`Too good to be true: R² ${number(score)} on ${n} rows, and ${share} of it is lost without ${column}. Is it known before the target?`,
    };
  },
});
