export default {
  reads: ['csv', 'jsonl'], name: 'Lintel check, 2 threads', link: '../../README.md', does: 'the same as Lintel check; compare by the clock', ours: true,
  load: async () => (await import('../../../out/bench-contenders/lintel.mjs')).lintTogether,
};
