// Words of the site's frame; everything else is the product's own.
export const SECTIONS = {
  guides: { en: 'Guides', 'zh-cn': '指南' }, rules: { en: 'Rules', 'zh-cn': '规则' }, detectors: { en: 'Detectors', 'zh-cn': '检测器' }, profiles: { en: 'Laws and standards', 'zh-cn': '法律与标准' },
  templates: { en: 'Templates', 'zh-cn': '模板' }, benchmark: { en: 'Training benchmarks', 'zh-cn': '训练基准测试' },
};

export const WORDS = {
  search: { en: 'Search', 'zh-cn': '搜索' },
  skip: { en: 'Skip to the text', 'zh-cn': '跳到正文' },
  other: { en: '中文', 'zh-cn': 'English' },
  commandLine: { en: 'Command line', 'zh-cn': '命令行' },
  configuration: { en: 'Configuration', 'zh-cn': '配置' },
  key: { en: 'key', 'zh-cn': '键' },
  noDuties: { en: 'It asks for no field by itself.', 'zh-cn': '它本身不要求任何字段。' },
  state: {
    en: (severity, dimension) => `---\n\nSeverity: ${severity}. Quality dimension: ${dimension}.`,
    'zh-cn': (severity, dimension) => `---\n\n严重程度：${severity}。质量维度：${dimension}。`,
  },
  fences: {
    bad: { en: 'reported', 'zh-cn': '会报告' }, good: { en: 'not reported', 'zh-cn': '不报告' }, fixed: { en: 'fixed', 'zh-cn': '修复后' },
  },
};
