import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'location-code',
  title: 'code of a small area (H3, plus code)',
  category: 'user.location.precise',
  role: 'quasi-identifier',
  basis: 'shape',
  most: 'medium',
  among: 'people',
  length: [6, 16],
  accepts: plain => PLUS_CODE.test(plain) || (CELL.test(plain) && isCell(BigInt(`0x${plain}`))),
  chance: 0.001,
  nameHints: ['h3', 'h3 index', 'h3 cell', 'hex id', 'plus code', 'pluscode', 'open location code', 'olc', '网格'],
  vetoWords: ['hex', 'color', 'colour', 'sku', 'order', 'product', 'token', 'commit'],
});

const PLUS_CODE = /^[23456789CFGHJMPQRVWX]{6,8}\+(?:[23456789CFGHJMPQRVWX]{2,7})?$/;
const CELL = /^8[\dA-F]{14}$/;

/** A cell of H3: its resolution in four bits, one of 122 base cells, three bits for each finer step; steps beyond the resolution are all ones. */
function isCell(index: bigint): boolean {
  const resolution = Number((index >> 52n) & 15n);
  const steps = Array.from({ length: 15 }, (_, i) => Number((index >> BigInt(3 * (14 - i))) & 7n));
  return ((index >> 45n) & 127n) < 122n && steps.every((step, i) => (step === 7) === (i >= resolution));
}
