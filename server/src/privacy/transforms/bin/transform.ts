import { name, say } from '../../../core/message.ts';
import { defineTransform } from '../../../core/transform.ts';
import { decimalsOf, plainNumber } from '../../../util/plainNumber.ts';

export default defineTransform({
  id: 'bin',
  title: 'replace numbers by the range they lie in',
  technique: 'binning',
  parameters: {
    bin: { kind: 'number', description: 'Width of a range.' },
    origin: { kind: 'number', default: 0, description: 'A number at which a range begins.' },
    shown: { kind: 'word', words: ['range', 'middle', 'lower'], default: 'range', description: 'What stands for a range: both ends, its middle, or its lower end.' },
  },
  make({ bin, origin, shown }) {
    if (bin === undefined || bin <= 0) return say`${name('bin')} must be the width of a range, above 0`;
    const digits = Math.max(decimalsOf(bin), decimalsOf(origin));
    const write = (value: number, more = 0): string => value.toFixed(Math.min(15, digits + more)).replace(/^-(0(?:\.0*)?)$/, '$1');
    return {
      per: 'cell', consistent: true, params: { bin },
      change(text) {
        const value = plainNumber(text);
        if (value === undefined) return undefined;
        const lower = lowerEnd(value, bin, origin);
        if (shown === 'range') return `[${write(lower)}, ${write(lower + bin)})`;
        return shown === 'lower' ? write(lower) : write(lower + bin / 2, 1).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
      },
    };
  },
});

/** A value at the border of a range belongs to the range above, though a fraction such as 0.3 / 0.1 comes out below its whole number. */
function lowerEnd(value: number, bin: number, origin: number): number {
  const steps = (value - origin) / bin;
  const nearest = Math.round(steps);
  return origin + bin * (Math.abs(steps - nearest) < 1e-9 * Math.max(1, Math.abs(steps)) ? nearest : Math.floor(steps));
}
