import type { Network, Recipe, Schedule } from '../core/compute.ts';
import type { Settings } from '../protocol/training.ts';

export type NetworkRecipe = Extract<Recipe, { readonly kind: 'network' }>;

/** A recipe with somebody's changes; the output layer keeps its width. */
export function withSettings({ network, schedule }: NetworkRecipe, settings: Settings = {}): NetworkRecipe {
  return { kind: 'network', network: changedNetwork(network, settings), schedule: changedSchedule(schedule, settings) };
}

function changedNetwork(network: Network, { rate = 1, units = 1, l2 }: Settings): Network {
  const last = network.layers.length - 1;
  return {
    ...network,
    layers: network.layers.map((layer, i) => (i === last || layer.is !== 'dense' ? layer : { ...layer, units: Math.max(1, Math.round(layer.units * units)) })),
    optimizer: { ...network.optimizer, rate: network.optimizer.rate * rate },
    ...(l2 !== undefined && { l2 }),
  };
}

function changedSchedule(schedule: Schedule, { batchSize = 1, maxEpochs = 1 }: Settings): Schedule {
  return {
    batchSize: Math.max(1, Math.round(schedule.batchSize * batchSize)),
    maxEpochs: Math.max(1, Math.round(schedule.maxEpochs * maxEpochs)),
    // Whoever wants more epochs means that training should not end before.
    patience: Math.max(1, Math.round(schedule.patience * Math.max(1, maxEpochs))),
  };
}

/** Changes upon changes: factors multiply, the later penalty holds. */
export function bothSettings(first: Settings = {}, second: Settings = {}): Settings {
  const factor = (key: 'rate' | 'batchSize' | 'maxEpochs' | 'units') => {
    const both = (first[key] ?? 1) * (second[key] ?? 1);
    return both === 1 ? {} : { [key]: both };
  };
  const l2 = second.l2 ?? first.l2;
  return { ...factor('rate'), ...factor('batchSize'), ...factor('maxEpochs'), ...factor('units'), ...(l2 !== undefined && { l2 }) };
}
