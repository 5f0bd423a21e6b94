import * as vscode from 'vscode';
import { chooseJob, unsavedNotice } from '../benchmarkJob.ts';
import { restoreBenchmarks, showBenchmark } from '../views/benchmark/view.ts';
import type { Command } from './command.ts';

/** Trains small models on a dataset and shows how well and how fast they learn. Asks for the target only where no description names it. */
const benchmarkTraining: Command = {
  id: 'lintel.benchmarkTraining',
  needs: ['trust', 'machine'],
  prepare: restoreBenchmarks,
  async run(context, argument) {
    const job = await chooseJob(context, argument, vscode.l10n.t('Benchmark Training'));
    if (job) showBenchmark(context, job, unsavedNotice(job));
  },
};

export default benchmarkTraining;
