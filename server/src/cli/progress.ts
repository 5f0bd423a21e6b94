import type { Control } from '../engine/pass.ts';

/** Milliseconds between two looks. */
const INTERVAL = 100;

/** Shows on a terminal which file is read and how far, on standard error, on a line of its own that goes when it is over. */
export class Progress {
  readonly #stream: NodeJS.WriteStream | undefined;
  #last = 0;
  #shown = false;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream.isTTY ? stream : undefined;
  }

  begin(path: string): Control {
    if (!this.#stream) return {};
    return { progress: bytes => this.#show(`${path} ${(bytes / 1024 / 1024).toFixed(1)} MB`) };
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown) this.#stream?.write('\r\u001b[K');
    this.#shown = false;
  }

  #show(text: string): void {
    const now = performance.now();
    if (now - this.#last < INTERVAL) return;
    this.#last = now;
    this.#shown = true;
    this.#stream?.write(`\r${text.slice(-((this.#stream.columns || 80) - 1))}\u001b[K`);
  }
}
