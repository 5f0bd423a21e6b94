import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS } from '../../../util/columnWords.ts';

export default defineDetector({
  id: 'secret',
  title: 'secret or access key',
  category: 'user.authorization.credentials',
  role: 'sensitive',
  basis: 'shape',
  alone: true,
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 16 && bytes <= 8192,
  accepts: text => SHAPES.some(shape => shape.test(text)),
  chance: 0.000001,
  threshold: 0.5,
  nameHints: [
    'secret', 'secret key', 'client secret', 'api key', 'apikey', 'api token', 'access key', 'token', 'access token', 'auth token', 'webhook', 'connection string',
    'credential', 'credentials', '密钥', '令牌',
  ],
  vetoWords: ABOUT_WORDS.filter(word => word !== 'token'),
  mask: text => `${text.slice(0, 3)}•••`,
});

/** Prefixes that the issuers document so that leaked keys can be found. */
const SHAPES: readonly RegExp[] = [
  /^(?:AKIA|ASIA)[A-Z2-7]{16}$/, /^LTAI[A-Za-z\d]{12,26}$/, /^AKID[A-Za-z\d]{32}$/, /^GOCSPX-[\w-]{28}$/, /^AIza[\w-]{35}$/, /^ya29\.[\w-]{20,}$/,
  /^gh[pousr]_[A-Za-z\d]{36,251}$/, /^github_pat_\w{60,244}$/, /^gl(?:pat|dt|rt|ptt|soat|cbt|ft|imt|agent)-[\w.-]{20,}$/, /^ATATT3[\w=-]{180,}$/, /^ATBB[A-Za-z\d]{28,}$/,
  /^xox[abeoprs]-[\dA-Za-z-]{10,}$/, /^xapp-\d-[A-Z\d]+-\d+-[a-z\d]+$/, /^https:\/\/hooks\.slack\.com\/services\/T\w+\/B\w+\/\w{20,}$/,
  /^https:\/\/(?:oapi\.dingtalk\.com\/robot\/send\?access_token=[\da-f]{64}|qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[\da-f-]{36})$/,
  /^https:\/\/(?:ptb\.|canary\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,}$/, /^[MNO][A-Za-z\d]{23,27}\.[\w-]{6}\.[\w-]{27,40}$/, /^\d{8,10}:AA[\w-]{33}$/,
  /^[sr]k_(?:live|test)_[\dA-Za-z]{16,}$/, /^whsec_[\dA-Za-z+/=]{24,}$/, /^sq0(?:atp|csp|idp)-[\w-]{22,43}$/, /^EAAA[\w-]{60}$/, /^shp(?:at|ca|pa|ss)_[\da-fA-F]{32}$/,
  /^sk-(?:proj-|ant-|or-v1-|svcacct-)?[\w-]{32,}$/, /^(?:hf|gsk|r8|pplx|xai|nvapi)[_-][A-Za-z\d_-]{32,}$/,
  /^npm_[A-Za-z\d]{36}$/, /^pypi-AgEIcHlwaS5vcmc[\w-]{50,}$/, /^rubygems_[\da-f]{48}$/, /^dckr_pat_[\w-]{27}$/, /^(?:lin_api|ntn)_[A-Za-z\d]{40,}$/, /^secret_[A-Za-z\d]{43}$/,
  /^SG\.[\w-]{22}\.[\w-]{43}$/, /^key-[\da-f]{32}$/, /^[\da-f]{32}-us\d{1,2}$/, /^(?:SK|AC)[\da-f]{32}$/, /^dop_v1_[\da-f]{64}$/, /^dapi[\da-f]{32}(?:-\d)?$/, /^hv[sbr]\.[\w-]{24,}$/,
  /^NRAK-[A-Z\d]{27}$/, /^gl(?:sa|c)_[\w=-]{32,}$/, /^sntr(?:ys|yu)_[\w=+/-]{40,}$/, /^dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{40,}$/, /^PMAK-[\da-f]{24}-[\da-f]{34}$/, /^EAACEdEose0cBA[A-Za-z\d]+$/,
  // Addresses with a password in them, connection strings, authorization headers.
  /^[a-z][a-z\d+.-]*:\/\/[^\s:@/]+:[^\s:@/]{3,}@[\w.-]+/i, /(?:^|;)\s*(?:AccountKey|SharedAccessKey|Password|Pwd)=[^;\s]{6,}(?:;|$)/i, /^Basic [A-Za-z\d+/]{16,}={0,2}$/,
];
