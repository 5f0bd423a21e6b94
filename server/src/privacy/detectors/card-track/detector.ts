import { passesLuhn } from '../../../util/checkDigits.ts';
import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'card-track',
  title: 'magnetic stripe of a payment card',
  category: 'user.financial.credit_card',
  role: 'sensitive',
  alone: true,
  length: [25, 110],
  accepts: plain => {
    const [, one, two] = TRACKS.exec(plain) ?? [];
    return passesLuhn((one ?? two ?? '1').replaceAll(' ', ''));
  },
  chance: 0.001,
  nameHints: ['track', 'track1', 'track2', 'track data', 'magstripe', 'magnetic stripe', '磁道'],
});

/** Track 1: `%B`, number, name and dates between carets; track 2: `;`, number, equals sign, dates. */
const TRACKS = /^(?:%?B(\d[\d ]{11,22})\^[^^]{2,26}\^\d{4}[^?]{3,}\??|;?(\d{12,19})[=D]\d{4}\d{3}\d*\??)$/;
