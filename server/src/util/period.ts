const PERIOD = /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?$/;

/** The day that is a period ago, and `further` days more, as 2026-05-31; `undefined` for what is no duration of ISO 8601 in whole days. */
export function dayAgo(today: string, period: string, further = 0): string | undefined {
  const parts = PERIOD.exec(period);
  const [year, month, day] = today.split('-').map(Number);
  if (!parts || year === undefined || month === undefined || day === undefined || /T/.test(period)) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map(part => Number(part ?? 0));
  // The last day of a month stays one: a month before the 31st of March is the end of February.
  const first = new Date(Date.UTC(year - years, month - 1 - months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const moment = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, length) - 7 * weeks - days - further));
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString().slice(0, 10);
}
