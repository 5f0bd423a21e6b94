import { namedDetector } from '../../../util/namedDetector.ts';

export default namedDetector({
  id: 'portrait-or-recording',
  title: 'picture or recording of a person',
  category: 'user.biometric',
  role: 'sensitive',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 5 && bytes <= 400,
  accepts: text => FILE.test(text),
  nameHints: [
    'photo of person', 'selfie', 'headshot', 'mugshot', 'mug shot', 'portrait', 'face image', 'face photo', 'face img', 'face',
    'profile picture', 'profile photo', 'profile pic', 'profile image', 'avatar', 'avatar url', 'passport photo', 'id photo',
    'patient photo', 'student photo', 'employee photo', 'user photo', 'voice recording', 'voice sample', 'voice file', 'call recording',
    'speech sample', 'passbild', 'profilbild', 'photo identité', 'photo de profil', 'foto perfil', 'foto de perfil', 'фото', '头像', '人脸',
    '人脸图片', '证件照', '录音', '照片地址', '顔写真', '얼굴사진', '프로필사진',
  ],
  amongPeople: [
    'photo', 'photo url', 'picture', 'image', 'photograph', 'foto', 'recording', 'video', 'audio', '照片', '写真', '사진',
  ],
  vetoNeighbours: ['product', 'sku', 'breed', 'species', 'recipe', 'property'],
  mask: text => `•••.${(FILE.exec(text)?.[1] ?? '').toLowerCase()}`,
});

/** A picture, a video or a recording by its ending; an address may have more behind it. */
const FILE = /^[^\s?#]{1,300}\.(jpe?g|png|gif|webp|bmp|tiff?|heic|wav|mp3|flac|ogg|m4a|aac|amr|mp4|mov|avi|webm)(?:[?#]\S*)?$/i;
