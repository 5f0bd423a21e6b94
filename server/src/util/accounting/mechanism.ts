/** Repeated Gaussian noise on sums of a sampled batch: what training with DP-SGD does. */
export interface SampledGaussian {
  /** Standard deviation of the noise over the sensitivity. */
  readonly noiseMultiplier: number;
  /** Probability that a record is in a batch (Poisson sampling); 1 where all are. */
  readonly sampleRate: number;
  readonly steps: number;
}

/** What is promised: (epsilon, delta)-differential privacy, for neighbours that differ by one record more or less. */
export interface Guarantee {
  readonly epsilon: number;
  readonly delta: number;
}
