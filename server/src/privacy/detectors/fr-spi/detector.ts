import { numberDetector, written } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'fr-spi',
  title: 'French tax number (SPI)',
  country: 'FR',
  length: [13, 17],
  accepts: written(/^[0-3]\d ?\d{2} ?\d{3} ?\d{3} ?\d{3}$/, digits => Number(digits.slice(0, 10)) % 511 === Number(digits.slice(10))),
  chance: 0.003,
  nameHints: ['spi', 'numero fiscal', 'numéro fiscal', 'numero fiscal de reference', 'numéro fiscal de référence', 'nif', '法国税号'],
});
