import { readTokens } from './tokens.ts';

/** Words and phrases that somebody wants to be told of. */
export interface WordList {
  readonly name: string;
  readonly words: readonly string[];
}

/** Takes which word of which list stands where. */
export type WordSink = (list: number, word: string, from: number, to: number) => void;

interface Node {
  readonly next: Map<number, Node>;
  readonly ends: { readonly list: number; readonly word: string }[];
}

const encoder = new TextEncoder();
const newNode = (): Node => ({ next: new Map(), ends: [] });

/** Finds words and phrases of several lists in one reading: whole words, whatever their case; of Chinese, characters in a row. */
export class WordFinder {
  readonly #root = newNode();
  #open: { readonly node: Node; readonly from: number }[] = [];

  constructor(lists: readonly WordList[]) {
    lists.forEach(({ words }, list) => words.forEach(word => this.#add(list, word)));
  }

  read(bytes: Uint8Array, start: number, end: number, escaped: boolean, sink: WordSink): void {
    this.#open = [];
    readTokens(bytes, start, end, escaped, (low, high, from, to) => {
      const key = keyOf(low, high);
      const first = this.#root.next.get(key);
      if (this.#open.length === 0 && !first) return;
      const open: { node: Node; from: number }[] = first ? [{ node: first, from }] : [];
      for (const { node, from: began } of this.#open) {
        const next = node.next.get(key);
        if (next) open.push({ node: next, from: began });
      }
      for (const { node, from: began } of open) for (const { list, word } of node.ends) sink(list, word, began, to);
      this.#open = open.filter(({ node }) => node.next.size > 0);
    });
  }

  #add(list: number, word: string): void {
    const bytes = encoder.encode(word);
    let node = this.#root;
    readTokens(bytes, 0, bytes.length, false, (low, high) => {
      const next = node.next.get(keyOf(low, high)) ?? newNode();
      node.next.set(keyOf(low, high), next);
      node = next;
    });
    if (node !== this.#root) node.ends.push({ list, word });
  }
}

/** 53 of the 64 bits. */
const keyOf = (low: number, high: number): number => (low >>> 0) + (high & 0x1fffff) * 2 ** 32;
