import type { Command } from './command.ts';

/** Shows what client and server wrote down. The log holds no data of datasets. */
const showLog: Command = {
  id: 'lintel.showLog',
  run: ({ server }) => server.log.show(),
};

export default showLog;
