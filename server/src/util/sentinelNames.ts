import { COORDINATES, hasWord, wordsOf } from './columnWords.ts';
import type { SentinelHints } from './sentinels.ts';

/** What the name of a column says about numbers that stand for "missing". */
export function hintsOf(columnName: string): SentinelHints {
  const words = wordsOf(columnName);
  return { neverZero: hasWord(words, NEVER_ZERO), capped: hasWord(words, PRICES) };
}

/** Measures of which none is ever zero. Coordinates are (0, 0) where a program did not find the place. */
const NEVER_ZERO = [
  ...COORDINATES, 'height', 'weight', 'bmi', 'body mass', 'blood pressure', 'pressure', 'heart rate', 'pulse', 'glucose', 'cholesterol', 'insulin', 'skin thickness', 'year', 'yob',
  '身高', '体重', '血压', '血糖', '心率', '脉搏', '年份',
];

/** Prices end in nines because buyers like them. */
const PRICES = ['price', 'cost', 'fare', 'fee', 'amount', 'msrp', 'salary', 'income', 'revenue', '价格', '单价', '金额', '售价', '费用', '收入', '工资'];
