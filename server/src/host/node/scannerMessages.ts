import type { ChatShape, ChatTally } from '../../core/chat.ts';
import type { Resume } from '../../core/format.ts';
import type { FileFacts, ImageWants } from '../../core/images.ts';
import type { Matches, Question } from '../../core/matches.ts';
import type { CodedStretch, LinedStretch, Part, ScanJob, Stretch } from '../../core/scanner.ts';

/** The file a scanner thread is to work on. */
export interface ScannerData {
  readonly path: string;
  readonly job: ScanJob;
}

export type ScannerTask =
  | { readonly id: number; readonly do: 'open'; readonly data: ScannerData }
  | { readonly id: number; readonly do: 'close' }
  | { readonly id: number; readonly do: 'scan'; readonly stretch: Stretch }
  | { readonly id: number; readonly do: 'code'; readonly stretch: Stretch; readonly columns: readonly number[] }
  | { readonly id: number; readonly do: 'measure'; readonly stretch: Resume; readonly shape: ChatShape; readonly records: number }
  | { readonly id: number; readonly do: 'ask'; readonly questions: readonly Question[] }
  | { readonly id: number; readonly do: 'answer'; readonly stretch: LinedStretch; readonly left: readonly number[] }
  | { readonly id: number; readonly do: 'export' }
  | { readonly id: number; readonly do: 'image'; readonly path: string; readonly wants: ImageWants };

/** The result of the task with the same id, or why there is none. */
export interface ScannerAnswer {
  readonly id: number;
  readonly result?: Part | CodedStretch | ChatTally | readonly Matches[] | Uint8Array | FileFacts | undefined;
  readonly failure?: string;
}
