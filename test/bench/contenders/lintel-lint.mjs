export default {
  reads: ['csv', 'jsonl', 'parquet'], name: 'Lintel check', link: '../../README.md', does: 'profile, all default rules, detectors, row index, places', ours: true,
  load: async () => (await import('../../../out/bench-contenders/lintel.mjs')).lint,
};
