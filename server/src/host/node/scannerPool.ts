import type { ChatTally } from '../../core/chat.ts';
import type { Matches } from '../../core/matches.ts';
import type { CodedStretch, Part, Scanner, ScannerPool } from '../../core/scanner.ts';
import { permittedPath } from './permissions.ts';
import type { Permissions } from './permissions.ts';
import type { ScannerAnswer, ScannerData } from './scannerMessages.ts';
import { expectAnswer } from './threads.ts';
import type { Threads } from './threads.ts';

/** Threads that scan parts of one file, `most` at a time. */
export function nodeScanners(permissions: Permissions, threads: Threads, most: () => number): ScannerPool {
  return {
    async open(uri, job) {
      const path = await permittedPath(uri, permissions);
      const count = most();
      if (typeof path !== 'string' || count < 2) return undefined;
      return Array.from({ length: count }, () => scannerOf({ path, job }, threads));
    },
  };
}

function scannerOf(data: ScannerData, threads: Threads): Scanner {
  const thread = threads.take();
  let closed = false;
  thread.post({ do: 'open', data });
  return {
    scan: async stretch => expectAnswer(await thread.ask({ do: 'scan', stretch }), isPart),
    code: async (stretch, columns) => expectAnswer(await thread.ask({ do: 'code', stretch, columns }), isCoded),
    measure: async (stretch, shape, records) => expectAnswer(await thread.ask({ do: 'measure', stretch, shape, records }), isTally),
    ask: questions => void thread.post({ do: 'ask', questions }),
    answer: async (stretch, left) => expectAnswer(await thread.ask({ do: 'answer', stretch, left }), isMatches),
    export: async () => expectAnswer(await thread.ask({ do: 'export' }), isBytes),
    close() {
      if (!closed) threads.giveBack(thread);
      closed = true;
    },
  };
}

const isMatches = (result: ScannerAnswer['result']): result is readonly Matches[] => Array.isArray(result);
const isPart = (result: ScannerAnswer['result']): result is Part => result !== undefined && 'chunks' in result;
const isCoded = (result: ScannerAnswer['result']): result is CodedStretch => result !== undefined && 'irregular' in result;
const isTally = (result: ScannerAnswer['result']): result is ChatTally => result !== undefined && 'offences' in result;
const isBytes = (result: ScannerAnswer['result']): result is Uint8Array => result instanceof Uint8Array;
