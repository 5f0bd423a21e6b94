/** Forms of keys and tokens that their issuers document so that leaked ones can be found, as sources of expressions without anchors. */
const TOKENS: readonly string[] = [
  '(?:AKIA|ASIA)[A-Z2-7]{16}', 'LTAI[A-Za-z\\d]{12,26}', 'AKID[A-Za-z\\d]{32}', 'GOCSPX-[\\w-]{28}', 'AIza[\\w-]{35}', 'ya29\\.[\\w-]{20,}',
  'gh[pousr]_[A-Za-z\\d]{36,251}', 'github_pat_\\w{60,244}', 'gl(?:pat|dt|rt|ptt|soat|cbt|ft|imt|agent)-[\\w.-]{20,}', 'ATATT3[\\w=-]{180,}', 'ATBB[A-Za-z\\d]{28,}',
  'xox[abeoprs]-[\\dA-Za-z-]{10,}', 'xapp-\\d-[A-Z\\d]+-\\d+-[a-z\\d]+', 'https://hooks\\.slack\\.com/services/T\\w+/B\\w+/\\w{20,}',
  'https://(?:oapi\\.dingtalk\\.com/robot/send\\?access_token=[\\da-f]{64}|qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=[\\da-f-]{36})',
  'https://(?:ptb\\.|canary\\.)?discord(?:app)?\\.com/api/webhooks/\\d{17,20}/[\\w-]{60,}', '[MNO][A-Za-z\\d]{23,27}\\.[\\w-]{6}\\.[\\w-]{27,40}', '\\d{8,10}:AA[\\w-]{33}',
  '[sr]k_(?:live|test)_[\\dA-Za-z]{16,}', 'whsec_[\\dA-Za-z+/=]{24,}', 'sq0(?:atp|csp|idp)-[\\w-]{22,43}', 'EAAA[\\w-]{60}', 'shp(?:at|ca|pa|ss)_[\\da-fA-F]{32}',
  'sk-(?:proj-|ant-|or-v1-|svcacct-)?[\\w-]{32,}', '(?:hf|gsk|r8|pplx|xai|nvapi)[_-][A-Za-z\\d_-]{32,}',
  'npm_[A-Za-z\\d]{36}', 'pypi-AgEIcHlwaS5vcmc[\\w-]{50,}', 'rubygems_[\\da-f]{48}', 'dckr_pat_[\\w-]{27}', '(?:lin_api|ntn)_[A-Za-z\\d]{40,}', 'secret_[A-Za-z\\d]{43}',
  'SG\\.[\\w-]{22}\\.[\\w-]{43}', 'key-[\\da-f]{32}', '[\\da-f]{32}-us\\d{1,2}', '(?:SK|AC)[\\da-f]{32}', 'dop_v1_[\\da-f]{64}', 'dapi[\\da-f]{32}(?:-\\d)?', 'hv[sbr]\\.[\\w-]{24,}',
  'NRAK-[A-Z\\d]{27}', 'gl(?:sa|c)_[\\w=-]{32,}', 'sntr(?:ys|yu)_[\\w=+/-]{40,}', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[\\w.-]{40,}', 'PMAK-[\\da-f]{24}-[\\da-f]{34}', 'EAACEdEose0cBA[A-Za-z\\d]+',
];

/** A text that is nothing but one of them. */
export const TOKEN = new RegExp(`^(?:${TOKENS.join('|')})$`);

/** Addresses with a password in them, JSON web tokens, private keys in their armour. */
const [ADDRESS, WEB_TOKEN, ARMOUR] = [
  '[A-Za-z][A-Za-z\\d+.-]*://[^\\s:@/]+:[^\\s:@/]{3,}@[\\w.-]+', 'eyJ[\\w-]{8,}\\.eyJ[\\w-]{2,}\\.[\\w-]*',
  '-{5}BEGIN (?:[A-Z\\d]+ )*PRIVATE KEY(?: BLOCK)?-{5}[^]*?(?:-{5}END [A-Z\\d ]+-{5}|$)',
];

/** What opens something, inside a longer text. */
export const SECRETS = {
  /** What hardly any text has without one: a long run of letters and digits, an armour. Addresses with a password have an at. */
  may: /[\w-]{20}|:AA|-----BEGIN/,
  forms: [new RegExp(`(?<![\\w/-])(?:${[...TOKENS, ADDRESS, WEB_TOKEN, ARMOUR].join('|')})(?![\\w-])`, 'dg')],
} as const;

/** Whether a text of such a form opens something: those of manuals are made up. */
export function isSecret(part: string): boolean {
  if (part.startsWith('-')) return true;
  const password = /:\/\/[^:]+:([^@]+)@/.exec(part)?.[1];
  return password === undefined ? /\d/.test(part) && !/example|x{6}|0{8}/i.test(part) : !STAND_INS.test(password);
}

/** What stands where a password would. */
const STAND_INS = /^(?:.*pass.*|.*secret.*|pwd|admin|root|user(?:name)?|postgres|guest|test|token|key|x+|\*+|[<[{$%].*|\.+)$/i;
