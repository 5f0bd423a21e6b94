import { defineTransform } from '../../../core/transform.ts';

export default defineTransform({
  id: 'permute',
  title: 'deal the values out to the rows anew',
  technique: 'permutation',
  parameters: {},
  make: (_, { random }) => ({
    per: 'column', consistent: false,
    change({ codes, texts }) {
      const dealt = shuffled(codes, random);
      return row => texts[(dealt[row] ?? 0) - 1] ?? '';
    },
  }),
});

/** Every order is equally likely (Fisher and Yates, as Durstenfeld 1964 has it). */
function shuffled(codes: Uint32Array, random: () => number): Uint32Array {
  const dealt = codes.slice();
  for (let i = dealt.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1));
    const kept = dealt[i] ?? 0;
    dealt[i] = dealt[other] ?? 0;
    dealt[other] = kept;
  }
  return dealt;
}
