import { describeWorkspace } from '../wording.ts';
import type { Command } from './command.ts';

/** Checks all datasets and descriptions of the workspace; what it finds is in the Problems list. */
const checkWorkspace: Command = {
  id: 'lintel.checkWorkspace',
  async run({ server, ui }) {
    const report = await server.request('lintel/checkWorkspace', null);
    if ('refused' in report) return void await ui.warn(report.refused);
    for (const { uri, reason } of report.skipped) server.log.warn(`${uri}: ${reason}`);
    ui.mention(describeWorkspace(report));
    if (!report.cancelled) await ui.execute('workbench.actions.view.problems');
  },
};

export default checkWorkspace;
