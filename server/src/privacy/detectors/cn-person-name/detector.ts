import { defineDetector } from '../../../core/detector.ts';
import { ABOUT_WORDS, NAMED_THINGS } from '../../../util/columnWords.ts';
import { isChineseName } from '../../../util/names/eastAsianNames.ts';

export default defineDetector({
  id: 'cn-person-name',
  title: 'Chinese name of a person',
  category: 'user.name',
  role: 'direct-identifier',
  basis: 'list',
  mayBe: (kind, bytes) => kind === 'text' && bytes >= 6 && bytes <= 48,
  accepts: text => isChineseName(text),
  chance: 0.12,
  threshold: 0.65,
  nameHints: [
    'name', 'full name', 'contact', 'contact name', 'customer name', 'patient name', 'student name', 'user name', '姓名', '联系人', '户主',
    '客户名', '患者', '法人', '负责人', '收件人', '收货人', '学生', '员工', 'xm', 'xingming', 'lxr', 'khxm', 'fzr',
  ],
  vetoWords: [
    ...ABOUT_WORDS, ...NAMED_THINGS.filter(word => word !== 'account'), '公司', '企业', '产品', '品牌', '学校', '城市', '编号', '身份证', '电话', '年龄', '性别', '地址',
    '科室', '部门',
  ],
  mask: text => `${text.slice(0, 1)}••`,
});
