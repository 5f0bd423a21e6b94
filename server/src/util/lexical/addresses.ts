/** An absolute address with a scheme and a host (RFC 3986), as browsers and loaders take it. International hosts and paths are fine, blanks are not. */
export const isUrl = (text: string): boolean => URL_SHAPE.test(text) && !/^[a-z\d]+:\/\/(?:\.|[^/?#]*\.\.|-)/i.test(text);

const SCHEMES = 'https?|ftps?|s3|gs|wss?|hdfs|abfss?';
const HOST = '(?:\\[[\\da-f:.]+\\]|[^\\s/?#@:[\\]<>"]+)';
const URL_SHAPE = new RegExp(`^(?:${SCHEMES}):\\/\\/(?:[^\\s/?#@]*@)?${HOST}(?::\\d{1,5})?(?:[/?#][^\\s<>"]*)?$`, 'iu');

/** An e-mail address as it is used: RFC 5321 without quoted local parts and without address literals. */
export const isEmail = (text: string): boolean => text.length <= 254 && EMAIL_SHAPE.test(text);

const ATOM = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const EMAIL_SHAPE = new RegExp(`^${ATOM}(?:\\.${ATOM})*@(?:${LABEL}\\.)+[\\p{L}\\p{N}-]{2,63}$`, 'u');

/** RFC 9562, with or without braces. */
export const isUuid = (text: string): boolean => /^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i.test(text);

/** An address of either version of the Internet Protocol, perhaps with the length of a prefix. */
export const isIp = (text: string): boolean => {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (isIpv4(address)) return prefix === undefined || Number(prefix) <= 32;
  return isIpv6(address) && (prefix === undefined || Number(prefix) <= 128);
};

const isIpv4 = (text: string): boolean => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/.test(text);

/** Eight groups of hexadecimal digits, one run of zeros perhaps left out, the last two perhaps as version 4 (RFC 4291). */
function isIpv6(text: string): boolean {
  const tail = /^(.*:)([\d.]+)$/.exec(text);
  const all = tail && tail[2]?.includes('.') ? (isIpv4(tail[2]) ? `${tail[1] ?? ''}0:0` : '') : text;
  const halves = all.split('::');
  if (halves.length > 2 || !all.includes(':')) return false;
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  return groups.every(group => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? groups.length <= 7 : groups.length === 8);
}

export const isMac = (text: string): boolean => /^[\da-f]{2}([:-])(?:[\da-f]{2}\1){4}[\da-f]{2}$/i.test(text);
