import type { Kernel } from '../../server/src/core/kernel.ts';
import { characterClasses } from './characters.ts';
import { hashOf } from './hash.ts';
import { surveyOf } from './survey.ts';
import { twinSummarizer } from './summarizer.ts';
import { twinTokenizer } from './tokenizer.ts';

/** The kernel once more, written to be read: where the two differ, the other one is wrong. */
export const twin: Kernel = {
  tokenizer: (dialect, origin) => twinTokenizer(dialect, origin),
  summarizer: twinSummarizer,
  hash: hashOf,
  characters: characterClasses,
  survey: surveyOf,
};
