import type { Message } from '../../core/message.ts';
import type { Study } from '../../protocol/training.ts';
import { titleOf } from '../runNetwork.ts';
import { comparison } from './comparison.ts';
import type { Laboratory } from './laboratory.ts';
import { learningCurve } from './learningCurve.ts';

/** Trains one network many times to answer a question. */
export async function runStudy(study: Study, laboratory: Laboratory): Promise<void> {
  const begin = (of: number, notices: readonly Message[]): void => announce(study.is, of, notices, laboratory);
  if (study.is === 'learning-curve') await learningCurve(study.repeats, laboratory, begin);
  else await comparison(study, laboratory, begin);
}

function announce(study: Study['is'], of: number, notices: readonly Message[], { plan, loaded: { backend, session }, data, context }: Laboratory): void {
  context.emit({
    kind: 'study', study, of, title: titleOf(plan.model, data, context), backendTitle: backend.title, versions: session.versions,
    notices: notices.map(context.ports.words),
  });
}
