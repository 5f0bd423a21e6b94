/** A description in the words of another standard. */
export interface Conversion {
  readonly text: string;
  /** What the standard has no words for, in words. */
  readonly lost: readonly string[];
  /** What such a document has to be called to be found, where that is the same for all. */
  readonly fileName?: string;
}

/** What the descriptions of a file should become when it is sealed. */
export interface SealDrafts {
  /** Every description that has words for a seal; the one with the profile is the last. */
  readonly drafts: readonly DescriptionDraft[];
  /** Descriptions of the file that have no place for a seal. */
  readonly without: readonly string[];
}

/** What a description should become; the client writes it once the user agrees. */
export interface DescriptionDraft {
  /** Where the description belongs: the document that names the data, else `datapackage.json` beside it. */
  readonly target: string;
  /** What is at the target with all of it kept, and what is new; a whole new document where there is none. */
  readonly text: string;
  /** A whole new document, for another place than the target. */
  readonly fresh: string;
  /** True when there is a document at `target` already; then the client shows the difference and asks. */
  readonly exists: boolean;
}
