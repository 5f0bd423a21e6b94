/** A date, or a date and time, in the one form in which order of text is order in time; zones are left out. */
export const isoForm = (text: string): string => text.replaceAll('/', '-').replace(' ', 'T').replace(/(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/i, end => (text.includes(':') ? '' : end));
