import * as vscode from 'vscode';
import { chooseJob, unsavedNotice } from '../benchmarkJob.ts';
import { showBenchmark, STUDY_REPEATS } from '../views/benchmark/view.ts';
import type { Command } from './command.ts';

/** Trains a network on ever larger parts of a dataset: would more data help? */
const drawLearningCurve: Command = {
  id: 'lintel.drawLearningCurve',
  needs: ['trust', 'machine'],
  async run(context, argument) {
    const job = await chooseJob(context, argument, vscode.l10n.t('Draw Learning Curve'));
    if (job) showBenchmark(context, { ...job, study: { is: 'learning-curve', repeats: STUDY_REPEATS } }, unsavedNotice(job));
  },
};

export default drawLearningCurve;
