import type { Command } from './command.ts';

/** Opens the walkthrough: it never opens by itself. */
const openWalkthrough: Command = {
  id: 'lintel.openWalkthrough',
  async run({ extension, ui }) {
    await ui.execute('workbench.action.openWalkthrough', `${extension.extension.id}#lintel.start`, false);
  },
};

export default openWalkthrough;
