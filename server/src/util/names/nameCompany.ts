import type { Company } from '../../core/detector.ts';
import { shareOf } from '../share.ts';
import { folded } from './nameWords.ts';
import { isNameShaped } from './personNames.ts';

/**
 * What makes a column of single words one of names, whatever the language: that they stand in the e-mail addresses beside them, or next to a column of
 * the other half of the names, some of them being in lists.
 */
export const nameCompany = (of: string, overrules: readonly string[], isListed: (word: string) => boolean): Company => ({
  of: [of, 'email', 'username'],
  overrules,
  likeness: ({ texts, repeats, distance, beside }) => {
    if (texts.length < (texts.some(isCapital) ? FEW : FEWER_CAPITALS) || shareOf(texts, isPart) < SHAPED) return 0;
    const accounts = beside.filter(text => /[@._\d]/.test(text)).map(text => plain(text.split('@')[0] ?? ''));
    const told = accounts.length === 0 ? 0 : shareOf(texts, text => isIn(accounts, text));
    if (told >= IN_ADDRESSES) return told;
    const listed = shareOf(texts, text => text.split(' ').some(isListed));
    return distance === 1 && listed >= LISTED && (repeats < SOME_REPEATS || listed >= MOST) ? (1 + listed) / 2 : 0;
  },
});

const [FEW, FEWER_CAPITALS] = [3, 8];
const isCapital = (text: string): boolean => !/^[a-z]/.test(text);

const [SHAPED, IN_ADDRESSES, LISTED, MOST] = [0.9, 0.6, 0.25, 0.6];
/** Departments and teams are called by names too, but there are few of them. */
const SOME_REPEATS = 4;

/** Up to three words in the shape of names. */
const isPart = (text: string): boolean => isNameShaped(text) && text.split(' ').length <= 3;

const plain = (text: string): string => folded(text).replace(/[^\p{L}]/gu, '');

/** Letters of a name from which on it is not in an address by accident. */
const TELLING = 4;
const isIn = (accounts: readonly string[], name: string): boolean => {
  const word = plain(name);
  return word.length >= TELLING && accounts.some(account => account.includes(word));
};
