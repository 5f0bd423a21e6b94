import { numberDetector } from '../../../util/numberDetector.ts';

export default numberDetector({
  id: 'advertising-id',
  title: 'advertising or device identifier',
  category: 'user.device.device_id',
  basis: 'name',
  length: [16, 36],
  accepts: plain =>
    /^[\dA-F]{8}-[\dA-F]{4}-[\dA-F]{4}-[\dA-F]{4}-[\dA-F]{12}$|^[\dA-F]{32}$|^(?=.*[A-F])[\dA-F]{16}$/.test(plain) && !/^[0-]+$/.test(plain),
  chance: 0.1,
  nameHints: [
    'idfa', 'idfv', 'gaid', 'aaid', 'adid', 'maid', 'advertising id', 'ad id', 'advertiser id', 'device id', 'deviceid', 'device uuid',
    'android id', 'oaid', 'udid', 'vendor id', 'installation id', 'client id', 'visitor id', 'fingerprint', 'device fingerprint',
    'browser fingerprint', '设备id', '设备号', '广告id',
  ],
  vetoWords: ['user agent', 'model'],
});
