/**
 * Chinese characters that are taken for each other, because they look or sound alike: what a slip of the keyboard is to an alphabet. Pairs that make
 * another name of a place or a person as often (州 and 洲, 琳 and 林) are left out.
 */
const GROUPS = [
  '己已巳', '末未', '帐账', '壮状', '士土', '干千', '人入', '大太犬', '天夭', '刀力', '贷货', '晴睛', '侯候', '辨辩辫', '籍藉', '拆折', '拔拨', '徽微', '暑署',
  '戌戍', '赢羸', '崇祟', '度渡', '竟竞', '即既', '做作', '像象', '坐座', '型形', '份分', '订定', '须需', '副付幅', '撒撤', '析折', '住往', '绩续',
  '部步', '费废', '测侧', '治冶', '氏民', '免兔', '鸟乌', '具真', '目自', '日曰', '今令', '处外', '直真', '问间', '何河', '柏拍', '盐监', '蓝篮', '桔橘', '侍待',
];

const KIN: ReadonlySet<string> = new Set(GROUPS.flatMap(group => [...group].flatMap(a => [...group].filter(b => a !== b).map(b => a + b))));

/** Whether two Chinese words are the same but for one character, which is one that is taken for the other. */
export function isLookalikeSlipOf(rare: string, usual: string): boolean {
  const [a, b] = [Array.from(rare), Array.from(usual)];
  if (a.length !== b.length || a.length < 2 || !/\p{Script=Han}/u.test(rare)) return false;
  const other = a.flatMap((character, i) => (character === b[i] ? [] : [i]));
  const [at] = other;
  return other.length === 1 && at !== undefined && KIN.has(`${a[at] ?? ''}${b[at] ?? ''}`);
}
