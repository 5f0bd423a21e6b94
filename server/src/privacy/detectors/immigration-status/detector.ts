import { listDetector } from '../../../util/listDetector.ts';

export default listDetector({
  id: 'immigration-status',
  title: 'immigration status',
  category: 'user.demographic.citizenship_or_immigration_status',
  role: 'sensitive',
  most: 'medium',
  nameHints: [
    'immigration status', 'citizenship status', 'residency status', 'visa type', 'visa status', 'migration status',
    'residence permit type', 'work authorization', 'work authorisation', 'aufenthaltsstatus', 'aufenthaltstitel', 'titre de séjour',
    'estatus migratorio', 'situação migratória', 'permesso di soggiorno', 'verblijfsstatus', 'миграционный статус', '移民身份', '签证类型', '居留身份',
    '在留資格', '체류자격',
  ],
  values: 'yes|no|y|n|true|false|0|1|ja|nein|oui|non|sí|si|no|sim|não|tak|nie|да|нет|evet|hayır|是|否|有|无|はい|いいえ|예|아니오|none|'
    + 'unknown|other|citizen|permanent resident|green card|green card holder|h1b|h-1b|f1|f-1|j1|j-1|l1|l-1|work visa|'
    + 'student visa|tourist visa|refugee|asylum seeker|asylee|undocumented|resident|non-resident|nonresident|'
    + 'temporary resident|naturalized|non-citizen|noncitizen|us citizen|eu citizen|visitor|expired|永久居民|公民|难民|工作签证|'
    + '学生签证',
});
