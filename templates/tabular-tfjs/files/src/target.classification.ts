import type { Example } from './example.ts';

/** The classes in order; the place of a class in it is the output that stands for it. */
export interface TargetCode {
  readonly classes: readonly string[];
}

export interface Prediction {
  readonly class: string;
  readonly probability: number;
}

export const LOSS = 'categoricalCrossentropy';
export const ACTIVATION = 'softmax';

/** Throws where there is nothing to tell apart. */
export function fitTarget(training: readonly Example[]): TargetCode {
  const classes = [...new Set(training.map(example => example.target))].sort();
  if (classes.length < 2) throw new Error('the training part has fewer than two classes');
  return { classes };
}

export const outputs = ({ classes }: TargetCode): number => classes.length;

/** What the model should answer: 1 for the class, 0 for the others; all 0 for a class that training never saw. */
export function encodeTarget(examples: readonly Example[], { classes }: TargetCode): number[][] {
  return examples.map(example => classes.map(name => (name === example.target ? 1 : 0)));
}

/** The most probable class of one row of outputs. */
export function decodeTarget(output: readonly number[], { classes }: TargetCode): Prediction {
  const probability = Math.max(...output);
  return { class: classes[output.indexOf(probability)] ?? '', probability };
}

/** What can be said without looking at the features: the most frequent class. */
export function baselineOf(training: readonly Example[], { classes }: TargetCode): Prediction {
  const shares = classes.map(name => training.filter(example => example.target === name).length / training.length);
  return decodeTarget(shares, { classes });
}
