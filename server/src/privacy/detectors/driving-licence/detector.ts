import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { plainForm } from '../../../util/plainForm.ts';

export default defineDetector({
  id: 'driving-licence',
  title: 'driving licence number',
  category: 'user.government_id.drivers_license_number',
  role: 'direct-identifier',
  basis: 'name',
  mayBe: (kind, bytes) => kind !== 'float' && bytes >= 5 && bytes <= 24,
  accepts: text => /^(?=.*\d.*\d.*\d.*\d)[A-Z\d]{5,18}$/.test(plainForm(text).toUpperCase().replace(/[ *-]/g, '')),
  chance: 0.1,
  threshold: 0.7,
  nameHints: [
    'driver license', 'drivers license', 'licencia conducir', 'licencia de conducir', 'führerscheinnummer', 'führerschein', '운전면허번호',
    'permis de conduire',
    'driver license', 'drivers license', 'driver licence', 'drivers licence', 'driving licence', 'driving license',
    'driver license number', 'dl number', 'dl no', 'license number', 'licence number', 'fuhrerschein', 'führerschein', 'permis conduire',
    'permis de conduire', 'patente', '驾驶证', '驾照', 'jsz', 'jszh',
  ],
  vetoWords: [...ABOUT_WORDS, 'class', 'state', 'software', 'plate', 'business', 'country', 'date'],
  // Dogs, shops and trades have licences too.
  vetoNeighbours: ['animal', 'pet', 'breed', 'species', 'business', 'trade', 'permit', 'contractor', 'establishment'],
  mask: () => '••••••••',
});
