import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'national-id',
  title: 'identity number of a person',
  basis: 'name',
  most: 'medium',
  length: [7, 20],
  accepts: plain => /^(?=(?:\D*\d){6})[A-Z]{0,4}[ -]?\d[\dA-Z.\/ -]{3,17}$/.test(plain),
  chance: 0.1,
  threshold: 0.8,
  nameHints: [
    'taxpayer id', 'tax payer id', 'taxpayer identification number', 'national insurance', 'id no',
    'national id', 'national id number', 'national identification number', 'national identity number', 'national number', 'identity number',
    'identity card', 'identity card number', 'id card', 'id card number', 'id card no', 'citizen id', 'civil id', 'personal id number',
    'personal identification number', 'personal number', 'government id', 'social insurance number', 'soc sec id', 'social security id',
    'ss id', 'person number', 'id number', 'identification number', 'social security', 'personalausweis',
    'ausweisnummer', 'carte identite', 'numero identite', 'numéro identité', 'documento identita', 'carta identita', 'nric', 'kimlik no',
    'cpr', 'cpr nummer', 'personnummer', '身份证', '身份证号', '证件号', '证件号码', '身份號碼', '國民身分證', '個人番号', 'رقم الهوية',
  ],
  mask: () => '•••••',
  vetoWords: ['country', 'date', 'place', 'authority'],
});
