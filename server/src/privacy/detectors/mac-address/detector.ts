import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { isMac } from '../../../util/lexical/addresses.ts';

export default defineDetector({
  id: 'mac-address',
  title: 'MAC address',
  category: 'user.device.device_id',
  role: 'quasi-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 12 && bytes <= 17,
  accepts: text => (isMac(text) || /^(?:[\da-f]{4}\.){2}[\da-f]{4}$/i.test(text)) && !NOBODY.test(text.replace(/[^\da-f]/gi, '')),
  chance: 0.0001,
  threshold: 0.8,
  nameHints: ['mac', 'mac address', 'mac addr', 'bssid', 'bluetooth address', 'wifi mac', 'mac地址'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => '••:••:••:••:••:••',
});

/** All zeros, all ones, and addresses of groups, whose first octet is odd. */
const NOBODY = /^(?:0{12}|f{12}|[\da-f][13579bdf].*)$/i;
