import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';
import { isIp } from '../../../util/lexical/addresses.ts';

export default defineDetector({
  id: 'ip-address',
  title: 'IP address',
  category: 'user.device.ip_address',
  role: 'quasi-identifier',
  basis: 'shape',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 3 && bytes <= 45,
  accepts: text => isIp(text) && !text.includes('/') && (text.includes(':') ? isGlobal(text) : isHost(text)),
  chance: 0.02,
  threshold: 0.8,
  nameHints: [
    'ip', 'ip address', 'ip addr', 'ipv4', 'ipv6', 'remote addr', 'remote address', 'client ip', 'src ip', 'dst ip', 'adresse ip',
    'direccion ip', 'ip地址', 'ipdz',
  ],
  vetoWords: [...ABOUT_WORDS, 'version', 'server', 'host', 'gateway', 'dns'],
  mask: text => (text.includes(':') ? '•:•' : '•.•.•.•'),
});

/** Loopback, unspecified and multicast addresses are nobody's. */
const isGlobal = (text: string): boolean => !/^(?:::1?|ff[\da-f]{2}:.*)$/i.test(text);

/** Versions of programs have four small numbers too; an address without a number from 32 on is one in four thousand. */
function isHost(text: string): boolean {
  const octets = text.split('.').map(Number);
  const [first = 0] = octets;
  return first > 0 && first !== 127 && first < 224 && octets.some(octet => octet >= 32);
}
