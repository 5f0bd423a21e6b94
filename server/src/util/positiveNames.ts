import { COORDINATES, hasWord, wordsOf } from './columnWords.ts';

/** Whether a name says that what the column holds is counted or measured from nothing upwards. */
export function isPositiveByName(name: string): boolean {
  const words = wordsOf(name);
  return hasWord(words, POSITIVE) && !hasWord(words, SIGNED) && !hasWord(words, COORDINATES);
}

/** Things that are counted or measured from nothing upwards. */
const POSITIVE = [
  'count', 'counts', 'quantity', 'qty', 'number of', 'num', 'age', 'population', 'distance', 'weight', 'height', 'length', 'width',
  'duration', 'area', 'size', 'price', 'votes', 'visits',
  'visitors', 'speed', 'frequency', 'volume', 'rainfall', 'precipitation', 'bmi', 'heart rate', 'mileage', 'stock quantity', 'views',
  'clicks', 'downloads', 'employees', 'rooms', 'bedrooms',
  '年龄', '数量', '人数', '人口', '价格', '单价', '身高', '体重', '面积', '距离', '时长', '次数', '件数',
];
/** A difference or a logarithm of any of them may be negative. */
const SIGNED = [
  'change', 'changes', 'diff', 'difference', 'delta', 'gain', 'loss', 'growth', 'balance', 'net', 'adjustment', 'adjusted', 'return',
  'residual', 'log', 'ln', 'score', 'z', 'deviation', 'error',
  'relative', 'rel', 'effect', 'coef', 'coefficient', 'scaled', 'normalized', 'standardized', 'std', 'var', 'trend', 'anomaly', 'offset',
  'correction', '变化', '差', '增长', '增量', '调整', '净',
];
