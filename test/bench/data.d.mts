/** Path of the seeded table with so many rows, made when it is not there yet. */
export function tableOf(rows: number, folder?: string): string;
