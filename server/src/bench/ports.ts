import type { Backend, ModelPlugin, Surroundings } from '../core/compute.ts';
import type { Cancellation } from '../core/host.ts';
import type { Message } from '../core/message.ts';
import type { BenchmarkJob, Environment } from '../protocol/training.ts';
import type { Table } from './table.ts';
import type { TrainingLimits } from './train.ts';

/** The outside world of a benchmark. */
export interface BenchmarkPorts extends Pick<TrainingLimits, 'now' | 'pause' | 'memory'> {
  load(job: BenchmarkJob, cancellation: Cancellation): Promise<Table>;
  readonly backends: readonly Backend[];
  readonly models: readonly ModelPlugin[];
  readonly surroundings: Surroundings;
  readonly environment: Environment;
  /** Largest resident memory of the process so far, in bytes. */
  peakMemory(): number;
  /** ISO 8601, UTC. */
  date(): string;
  /** A message in the reader's language. */
  words(message: Message): string;
}
