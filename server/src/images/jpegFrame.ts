/** A JPEG picture as its frame header has it. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  readonly components: readonly Component[];
  /** Groups of blocks (MCUs) of an interleaved scan. */
  readonly across: number;
  readonly down: number;
}

export interface Component {
  readonly id: number;
  /** Sampling factors. */
  readonly h: number;
  readonly v: number;
  readonly quantiser: number;
  /** Blocks that hold part of the picture. */
  readonly columns: number;
  readonly rows: number;
  /** Blocks in a row, those that fill the last group included. */
  readonly stride: number;
}
