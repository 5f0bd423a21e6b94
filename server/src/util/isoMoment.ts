const MOMENT = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?(?:Z|([+-]\d\d):?(\d\d))?)?$/;

/** Seconds since 1970 of a date or time in ISO form, `undefined` for other texts. Times without a zone count as UTC. */
export function secondsOf(text: string): number | undefined {
  const parts = MOMENT.exec(text);
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = parts.slice(1).map(part => Number(part ?? 0));
  const days = new Date(0);
  // Date.UTC takes years below 100 for those of the last century.
  days.setUTCFullYear(year, month - 1, day);
  const zone = (parts[7]?.startsWith('-') ? -1 : 1) * (Math.abs(zoneHour) * 3600 + zoneMinute * 60);
  return days.getTime() / 1000 + hour * 3600 + minute * 60 + second - zone;
}
