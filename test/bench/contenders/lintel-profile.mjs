export default {
  reads: ['csv', 'jsonl', 'parquet'], name: 'Lintel profile', link: '../../README.md', does: 'every facet of every cell, exact sums, quantiles, distinct counts', ours: true,
  load: async () => (await import('../../../out/bench-contenders/lintel.mjs')).profile,
};
