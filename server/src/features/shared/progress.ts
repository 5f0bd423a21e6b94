import { type Message, name, say } from '../../core/message.ts';
import type { Watch } from '../../engine/checks.ts';
import { fileNameOf } from '../../util/uri.ts';
import { type Session, words } from './session.ts';

/** Work-done progress the user can cancel; nothing at all for clients that cannot show it. */
export interface Progress {
  /** `share` in [0, 1]. */
  report(share: number, text?: string): void;
  done(): void;
}

const SILENT: Progress = { report: () => undefined, done: () => undefined };

export async function showProgress(session: Session, title: Message, cancel: () => void): Promise<Progress> {
  if (!session.client.progress) return SILENT;
  const reporter = await session.connection.window.createWorkDoneProgress();
  reporter.begin(words(session, title), 0, undefined, true);
  reporter.token.onCancellationRequested(cancel);
  let shown = 0;
  return {
    report(share, text) {
      const percent = Math.floor(100 * Math.min(1, share));
      if (percent === shown && text === undefined) return;
      shown = percent;
      if (text === undefined) reporter.report(percent);
      else reporter.report(percent, text);
    },
    done: () => reporter.done(),
  };
}

/** A check shorter than this shows no progress, in milliseconds; one of a file this big is known to take longer. */
const PATIENCE = 400;
const LONG = 32 * 1024 * 1024;

/** Progress of a heavy check: appears when the check takes long, and cancels it. */
export function watchCheck(session: Session, uri: string, bytes: number): Watch {
  let progress = SILENT;
  let over = false;
  const timer = setTimeout(() => {
    void showProgress(session, say`Checking ${name(fileNameOf(uri))}`, () => session.workspace.jobs.cancel(uri)).then(shown => {
      if (over) shown.done();
      else progress = shown;
    });
  }, bytes > LONG ? 0 : PATIENCE);
  return {
    progress: at => progress.report(at / Math.max(1, bytes)),
    done() {
      over = true;
      clearTimeout(timer);
      progress.done();
    },
  };
}
