/** Whether a day exists in the Gregorian calendar, years 1 to 9999. */
export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && day >= 1 && day <= daysOf(year, month);
}

function daysOf(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** A year of two digits as C libraries read it: from 1969 to 2068. */
export const fullYear = (short: number): number => (short >= 69 ? 1900 + short : 2000 + short);

/** Number of a month by its name or abbreviation, in English, German, French, Spanish, Italian, Portuguese or Dutch; `undefined` for any other word. */
export const monthOf = (word: string): number | undefined => MONTHS.get(word.toLowerCase().replace(/\.$/, ''));

/** The words of each month. Abbreviations are English, French, German and Spanish ones of three or four letters. */
const WORDS: readonly string[] = [
  'jan january januar janvier janv enero ene gennaio gen janeiro januari',
  'feb february februar février fevrier févr fevr fév febrero febbraio fevereiro fev februari',
  'mar march märz mrz mars marzo março maart mär',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil julio luglio lug julho',
  'aug august août aout agosto ago augustus',
  'sep september sept septembre septiembre settembre set setembro',
  'oct october oktober okt octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez décembre déc decembre diciembre dic dicembre dezembro',
];
const MONTHS: ReadonlyMap<string, number> = new Map(WORDS.flatMap((words, i) => words.split(' ').map(word => [word, i + 1] as const)));

/** A number in Chinese numerals as dates have them: digit by digit (二〇二四) or with ten (十二, 三十一). */
export function chineseNumber(text: string): number | undefined {
  const digits = [...text].map(character => NUMERALS.indexOf(character) % 10);
  if (!text.includes('十')) return digits.includes(-1) ? undefined : Number(digits.join(''));
  const parts = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(text);
  return parts ? (parts[1] === '' ? 1 : NUMERALS.indexOf(parts[1] ?? '')) * 10 + (parts[2] === '' ? 0 : NUMERALS.indexOf(parts[2] ?? '')) : undefined;
}

/** Zero to nine; the tenth is the letter zero written as a numeral. */
const NUMERALS = '〇一二三四五六七八九零';
