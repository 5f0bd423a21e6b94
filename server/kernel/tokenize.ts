// One feed of the tokenizer: the fast path as far as it goes, the scalar machine for the record it stopped at, and so on.
import { Scan } from './scan';
import { quotedLines, stopped, wellFormedRecords } from './wellFormed';
import { anyRecord, openGap, skipRest } from './anyRecord';
import { inspectBytes, inspectListed } from './inspect';

/**
 * Cuts the scan's bytes into records and counts what the records take. The fast path reads no further than a record may reach, so no record it adds is
 * too long. Every byte is read at most three times: once by each machine, once to be counted.
 */
export function tokenize(at: usize): void {
  const scan = changetype<Scan>(at);
  scan.cells = 0;
  scan.records = 0;
  scan.incidents = 0;
  scan.gap = 0;
  let next: u32 = 0;
  let walks: u32 = 0;
  if (scan.skipping) openGap(scan);
  while (next < scan.length) {
    if (scan.skipping) {
      next = skipRest(scan, next);
      if (scan.skipping) break;
      continue;
    }
    if (!scan.gap) {
      const to = scan.length - next > scan.limit ? next + scan.limit : scan.length;
      next = wellFormedRecords(scan, next, to);
      walks++;
      if (next >= scan.length) break;
    }
    const after = anyRecord(scan, next);
    if (after < 0) break;
    walks = 2;
    next = <u32>after;
  }
  scan.end = next;
  // If the fast path walked over everything, it has listed what is to be inspected; a delimiter it took for no control byte must be none.
  const isListed = walks == 1 && !stopped && scan.length <= scan.limit && (scan.delimiter > 31 || scan.delimiter == 9);
  if (isListed) inspectListed(scan, quotedLines);
  else inspectBytes(scan);
}
