import type { Files } from '../core/host.ts';
import { isRefusal } from '../core/host.ts';
import { fingerprint } from './fingerprint.ts';

/** What was looked at: by the URI of a file or folder, what it looked like; `undefined` for files, whose looks are told by `looksOf`. */
export type Looked = Map<string, string | undefined>;

/** Notes what is read through it, so that it is known later whether anything of it changed. */
export class Tracer {
  /** The same files; what is read of them enters every trace that is open. Of several pieces of work at a time each may note what another one read. */
  readonly files: Files;
  readonly #open = new Set<Looked>();

  constructor(files: Files) {
    this.files = {
      ...files,
      stat: uri => this.#note(uri, files.stat(uri)),
      open: uri => this.#note(uri, files.open(uri)),
      list: async uri => {
        const names = await files.list(uri);
        for (const looked of this.#open) looked.set(uri, listLooks(names));
        return names;
      },
    };
  }

  /** Notes from here on, until the trace is closed. */
  begin(): Looked {
    const looked: Looked = new Map();
    this.#open.add(looked);
    return looked;
  }

  end(looked: Looked): void {
    this.#open.delete(looked);
  }

  #note<T>(uri: string, answer: T): T {
    for (const looked of this.#open) if (!looked.has(uri)) looked.set(uri, undefined);
    return answer;
  }
}

/** Size and time of change of a file, or what stands in the way of reading it. */
export async function looksOf(files: Files, uri: string): Promise<{ readonly looks: string; readonly modified: number }> {
  const facts = await files.stat(uri);
  return isRefusal(facts) ? { looks: facts.refused, modified: 0 } : { looks: `${facts.kind} ${facts.size} ${facts.modified}`, modified: facts.modified };
}

export const listLooks = (names: Awaited<ReturnType<Files['list']>>): string => (isRefusal(names) ? names.refused : `list ${fingerprint(names)}`);
