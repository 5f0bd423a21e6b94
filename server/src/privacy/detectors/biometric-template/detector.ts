import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'biometric-template',
  title: 'biometric template',
  category: 'user.biometric',
  role: 'sensitive',
  basis: 'name',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 40,
  accepts: text => LIST.test(text.slice(0, 400)) || BASE_64.test(text.slice(0, 400)),
  chance: 0.01,
  threshold: 0.7,
  nameHints: [
    'faceprint',
    'face embedding', 'face vector', 'face encoding', 'face template', 'face feature', 'face id', 'faceid', 'facial', 'voiceprint',
    'voice embedding', 'speaker embedding', 'fingerprint template',
    'fingerprint', 'finger print', 'iris', 'iris code', 'iris template', 'retina', 'palm print', 'palm vein', 'gait', 'biometric',
    'biometrics', 'minutiae',
    '人脸', '人脸特征', '声纹', '指纹', '虹膜', '掌纹', '步态', '生物特征',
  ],
  vetoWords: [...ABOUT_WORDS, 'device', 'browser', 'species', 'length', 'width', 'sepal', 'petal', '设备'],
  mask: () => '[•••]',
});

/** Sixteen numbers at least, as JSON or with spaces. */
const LIST = /^\s*[[({]?\s*(?:-?\d+(?:\.\d+)?(?:e[+-]?\d+)?[\s,;]+){15}/i;
const BASE_64 = /^[A-Za-z\d+/_-]{80,}={0,2}$/;
