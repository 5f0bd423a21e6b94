import type { Message } from '../../core/message.ts';
import type { Study } from '../../protocol/training.ts';
import { titleOf } from '../runNetwork.ts';
import { comparison } from './comparison.ts';
import type { Laboratory } from './laboratory.ts';
import { learningCurve } from './learningCurve.ts';

/** Trains one network many times to answer a question. Unless the job says otherwise the trainings share a minute, so each has less time than one alone. */
export async function runStudy(study: Study, given: Laboratory): Promise<void> {
  const seconds = MINUTE / (study.repeats * (study.is === 'comparison' ? 2 : 5));
  const laboratory = { ...given, context: { ...given.context, job: { secondsPerModel: seconds, ...given.context.job } } };
  const begin = (of: number, notices: readonly Message[]): void => announce(study.is, of, notices, laboratory);
  if (study.is === 'learning-curve') await learningCurve(study.repeats, laboratory, begin);
  else await comparison(study, laboratory, begin);
}

const MINUTE = 60;

function announce(study: Study['is'], of: number, notices: readonly Message[], { plan, loaded: { backend, session }, data, context }: Laboratory): void {
  context.emit({
    kind: 'study', study, of, title: titleOf(plan.model, data, context), backendTitle: context.ports.words({ template: backend.title, parts: [] }), versions: session.versions,
    notices: notices.map(context.ports.words),
  });
}
