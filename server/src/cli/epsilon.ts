import { number, say } from '../core/message.ts';
import { lossOf } from '../report/privacyLoss.ts';
import { epsilonsOfReleases, epsilonsOfRun, epsilonsOfShuffle, type Accounted } from '../util/accounting/accountants.ts';
import type { EpsilonInvocation, LossQuestion } from './epsilonQuestion.ts';
import { complain, write } from './output.ts';

/** `lintel privacy epsilon`: what a run, releases or shuffled reports lose, by every way there is to account for it. Reads no data. */
export async function epsilon({ asked, format, locale }: EpsilonInvocation & { readonly locale: string }): Promise<number> {
  const accounted = accountFor(asked);
  if (accounted.length === 0 && asked.of === 'shuffle') {
    return complain([say`${number(asked.users)} reports of a local epsilon of ${number(asked.local)} are too few for shuffling to hide them`], locale);
  }
  await write(format === 'json' ? `${JSON.stringify(accounted, null, 2)}\n` : lossOf(accounted, locale));
  return 0;
}

function accountFor(asked: LossQuestion): readonly Accounted[] {
  switch (asked.of) {
    case 'run': return epsilonsOfRun(asked.run);
    case 'releases': return epsilonsOfReleases(Array.from({ length: asked.times }, () => asked.release), asked.slack);
    case 'shuffle': return epsilonsOfShuffle(asked.local, asked.users, asked.delta);
  }
}
