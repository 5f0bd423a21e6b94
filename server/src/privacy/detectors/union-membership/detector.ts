import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'union-membership',
  title: 'trade union membership',
  category: 'user.demographic',
  role: 'sensitive',
  most: 'medium',
  nameHints: [
    'union member', 'union membership', 'trade union', 'labor union', 'labour union', 'union status', 'gewerkschaft',
    'gewerkschaftsmitglied', 'syndicat', 'sindicato', 'afiliación sindical', 'sindacato', 'vakbond', 'związek zawodowy', 'профсоюз',
    'sendika', '工会', '工会会员', '労働組合', '노조',
  ],
  values: 'yes|no|y|n|true|false|0|1|ja|nein|oui|non|sí|si|no|sim|não|tak|nie|да|нет|evet|hayır|是|否|有|无|はい|いいえ|예|아니오|none|'
    + 'unknown|other|member|non-member|not a member|former member|covered|not covered|union|non-union|nonunion|'
    + 'mitglied|kein mitglied|membre|miembro|会员|非会员',
});
