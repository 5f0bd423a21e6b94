import type { Complaint } from '../../core/standard.ts';
import { list, name, say, value as quote } from '../../core/message.ts';
import type { NodePath } from '../../core/place.ts';
import { mostSimilar } from '../../util/similar.ts';
import { complain, setTo } from './complain.ts';

/** Formats by type; types that are not here have the default alone, dates and times have patterns too. */
const FORMATS: Readonly<Record<string, readonly string[]>> = {
  string: ['default', 'email', 'uri', 'binary', 'uuid'], geopoint: ['default', 'array', 'object'], geojson: ['default', 'topojson'],
};
/** Geometries, which a common implementation of the standard has as a format of its own. */
const WELL_KNOWN_TEXT = 'wkt';
const MOMENTS = new Set(['date', 'time', 'datetime']);

export function formatComplaints(type: string, format: string | undefined, path: NodePath): readonly Complaint[] {
  if (format === undefined || format === 'default' || type === 'any') return [];
  if (MOMENTS.has(type)) return momentComplaints(format, path);
  const known = FORMATS[type];
  if (!known) return complain(path, 'value', say`Values of type ${name(type)} have no formats, so ${quote(format, -1)} means nothing here`, { kind: 'ignored' });
  if (known.includes(format) || (type === 'string' && format === WELL_KNOWN_TEXT)) return [];
  const meant = mostSimilar(format, known);
  if (meant === undefined) return complain(path, 'value', say`${quote(format, -1)} is no format of type ${name(type)}; there are ${list(known.map(one => quote(one, -1)))}`);
  return complain(path, 'value', say`${quote(format, -1)} is no format of type ${name(type)}; did you mean ${quote(meant, -1)}?`, {
    fix: setTo(path, meant, say`Replace with ${quote(meant, -1)}`),
  });
}

/** Directives of strptime, as C and Python have them. */
const DIRECTIVES = /^[aAbBcCdDeFgGhHIjmMnpSrRtTuUVwWxXyYzZf%]$/;

function momentComplaints(format: string, path: NodePath): readonly Complaint[] {
  const own = format.replace(/^fmt:/, '');
  if (format !== own) {
    return complain(path, 'value', say`The prefix ${quote('fmt:', -1)} is of an older version; the pattern stands alone now`, {
      kind: 'deprecated', fix: setTo(path, own, say`Replace with ${quote(own, -1)}`, 'safe'),
    });
  }
  if (own === 'any') return [];
  if (!own.includes('%')) {
    const pattern = fromLetters(own);
    const message = say`${quote(own, -1)} is no pattern of dates and times; an example is ${quote('%Y-%m-%d', -1)}`;
    return complain(path, 'value', message, { fix: pattern === undefined ? undefined : setTo(path, pattern, say`Replace with ${quote(pattern, -1)}`) });
  }
  const unknown = [...own.matchAll(/%(-?.?)/gs)].map(([, letter = '']) => letter).find(letter => !DIRECTIVES.test(letter.replace(/^-/, '')));
  return unknown === undefined ? [] : complain(path, 'value', say`${quote(`%${unknown}`, -1)} is no part of a pattern of dates and times`);
}

const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/yyyy/gi, '%Y'], [/hh?/gi, '%H'], [/:mm?(?![a-z])/gi, ':%M'], [/mmm(?!m)/gi, '%b'], [/(?<![%:])mm?(?![a-z])/gi, '%m'], [/dd?/gi, '%d'], [/ss?/gi, '%S'], [/(?<!%)yy/gi, '%y'],
];

/** The pattern that is meant by letters as spreadsheets have them, such as `dd.mm.yyyy`. */
function fromLetters(format: string): string | undefined {
  if (!/^[ymdhs]{1,4}(?:[-/.: T年月日]{1,2}[ymdhs]{1,4})*日?$/i.test(format)) return undefined;
  return LETTERS.reduce((text, [letters, directive]) => text.replace(letters, match => (match.startsWith('%') ? match : directive)), format);
}
