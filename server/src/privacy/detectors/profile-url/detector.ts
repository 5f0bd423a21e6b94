import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'profile-url',
  title: 'address of a personal profile',
  category: 'user.contact.url',
  role: 'direct-identifier',
  basis: 'shape',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 12 && bytes <= 256,
  accepts: text => PROFILE.test(text),
  chance: 0.001,
  threshold: 0.7,
  nameHints: [
    'personal website', 'personal homepage',
    'linkedin', 'twitter', 'facebook', 'instagram', 'profile', 'profile url', 'social', 'weibo', 'homepage', '主页'],
  vetoWords: [...ABOUT_WORDS],
  mask: () => 'https://•••',
});

const SITES = [
  'linkedin\\.com\\/in\\/', '(?:twitter|x|facebook|instagram|github)\\.com\\/@?', 't\\.me\\/', '(?:tiktok|medium|youtube)\\.com\\/@',
  'threads\\.net\\/@',
  'weibo\\.com\\/(?:u\\/)?', 'zhihu\\.com\\/people\\/', 'reddit\\.com\\/u(?:ser)?\\/', 'orcid\\.org\\/\\d{4}-',
];

/** Sites whose first path names a person, and nothing behind it. */
const PROFILE = new RegExp(`^(?:https?:\\/\\/)?(?:[\\w-]+\\.)?(?:${SITES.join('|')})[\\w.%-]{2,60}\\/?(?:\\?.*)?$`, 'iu');
