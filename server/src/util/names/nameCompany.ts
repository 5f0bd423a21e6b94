import type { Candidate, Company } from '../../core/detector.ts';
import { shareOf } from '../share.ts';
import { folded } from './nameWords.ts';
import { isNameShaped } from './personNames.ts';

/**
 * What makes a column of single words one of names, whatever the language: that they stand in the e-mail addresses beside them; that it is next to a
 * column of the other half of the names and some are in lists; or, in a table of persons, that half of them are.
 */
export const nameCompany = (of: string, overrules: readonly string[], isListed: (word: string) => boolean): Company => ({
  of: [of, 'named-person', 'email', 'username', 'gender', 'birth-date'],
  overrules,
  unless: ['person-name', 'cn-person-name', 'ja-person-name', 'ko-person-name'],
  likeness: candidate => {
    const { texts, repeats } = candidate;
    if (!areParts(texts)) return 0;
    const told = inAccounts(candidate);
    if (told >= IN_ADDRESSES) return told;
    const listed = shareOf(texts, text => text.split(' ').some(isListed));
    if (!isNextToNames(candidate)) return listed >= HALF && repeats < SOME_REPEATS && texts.length >= ALONE && !candidate.taken ? listed / 2 : 0;
    return listed >= LISTED && (repeats < SOME_REPEATS || listed >= MOST) ? (1 + listed) / 2 : 0;
  },
});

const [IN_ADDRESSES, LISTED, HALF, MOST] = [0.6, 0.25, 0.5, 0.6];
/** Departments and teams are called by names too, but there are few of them. */
const SOME_REPEATS = 4;

/** Whether nearly all have the shape of a part of a name, most of them in one word. Words that are all equally long and short are codes. */
function areParts(texts: readonly string[]): boolean {
  const fewest = texts.some(text => !/^[a-z]/.test(text)) ? FEW : FEWER_CAPITALS;
  const areCodes = texts.every(text => text.length <= CODE && text.length === texts[0]?.length);
  return texts.length >= fewest && !areCodes && shareOf(texts, isNameShaped) >= 0.9 && shareOf(texts, text => !text.includes(' ')) >= 0.6;
}

const [FEW, FEWER_CAPITALS, CODE, ALONE] = [3, 8, 4, 5];

/** Whether the column next to it holds single words too, and no signs of anything but names. */
const isNextToNames = ({ distance, beside }: Candidate): boolean =>
  distance === 1 && shareOf(beside, text => /^[\p{L}\p{M}'’.-]{3,}$/u.test(text)) >= 0.6;

/** Share of the names that are in the accounts beside them. */
function inAccounts({ texts, beside }: Candidate): number {
  const accounts = beside.filter(text => /[@._\d]/.test(text)).map(text => plain(text.split('@')[0] ?? ''));
  return accounts.length === 0 ? 0 : shareOf(texts, text => isIn(accounts, plain(text)));
}

const plain = (text: string): string => folded(text).replace(/[^\p{L}]/gu, '');

/** Letters of a name from which on it is not in an address by accident. */
const TELLING = 4;
const isIn = (accounts: readonly string[], word: string): boolean => word.length >= TELLING && accounts.some(account => account.includes(word));
