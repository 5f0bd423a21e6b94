import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'device-serial',
  title: 'serial number of a device',
  category: 'user.device.device_id',
  role: 'direct-identifier',
  mayBe: (kind, bytes) => (kind === 'text' || kind === 'digits' || kind === 'integer') && bytes >= 6 && bytes <= 32,
  accepts: text => /^(?=(?:.*\d){3})[A-Z\d](?:[A-Z\d]|[-/](?=[A-Z\d])){5,27}$/i.test(text),
  nameHints: [
    'device serial', 'device serial number', 'serial number device', 'device sn', 'phone serial', 'laptop serial', 'implant serial',
    'pacemaker serial', 'handset serial', '设备序列号', '设备编号', '机身号', 'gerätenummer', 'seriennummer gerät', 'numéro de série appareil',
    'número de serie dispositivo', '端末番号',
  ],
  amongPeople: [
    'serial number', 'serial no', 'serial', 'seriennummer', 'numéro de série', 'número de serie', '序列号',
  ],
  vetoWords: ['product', 'book', 'part'],
  vetoNeighbours: ['invoice', 'warehouse', 'part'],
  mask: text => `${text.slice(0, 2)}•••`,
});
