export default {
  name: 'Lintel tokenizer', link: '../../README.md', does: 'finds every cell, notices malformed quotes', ours: true,
  load: async () => (await import('../../../out/bench-contenders/lintel.mjs')).tokenizer,
};
