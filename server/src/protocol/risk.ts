/** How a missing value of a quasi-identifier counts: see `privacy/measures/classes.ts`. */
export type MissingWay = 'own-category' | 'wildcard' | 'exclude';

/** By what the risk of a table is measured; columns by index. */
export interface RiskWish {
  readonly quasiIdentifiers: readonly {
    readonly column: number;
    /** Id of one of the column's coarsenings. */
    readonly coarsening?: string;
  }[];
  readonly sensitive: readonly number[];
  /** Columns that tell persons apart; each row is a person where there are none. */
  readonly unit: readonly number[];
  readonly missing: MissingWay;
}

export interface RiskParams {
  readonly uri: string;
  /** Left out: what the annotation, the detectors and the names of columns suggest. */
  readonly wish?: RiskWish;
}

/** Texts are in the client's language, values are masked. */
export interface RiskFacts {
  readonly uri: string;
  /** Rows and classes, in words. */
  readonly subject: string;
  readonly columns: readonly RiskColumn[];
  /** What was measured by. */
  readonly wish: RiskWish;
  /** Why nothing could be measured, though the table could be read. */
  readonly nothing?: string;
  readonly measures: readonly RiskGroup[];
  readonly sizes: readonly { readonly label: string; readonly classes: string; readonly rows: string; readonly share: number }[];
  readonly worst: readonly { readonly row: number; readonly size: string; readonly cells: readonly string[] }[];
  /** How it was measured, in words. */
  readonly notes: readonly string[];
}

export interface RiskColumn {
  readonly index: number;
  readonly name: string;
  /** What is known of it: its annotation, else what a detector found; empty where nothing is. */
  readonly holds: string;
  /** What it is suggested to be. */
  readonly suggested: 'quasi-identifier' | 'sensitive' | 'direct-identifier' | null;
  readonly coarsenings: readonly { readonly id: string; readonly label: string }[];
}

/** Measures of the classes, or of one sensitive column. */
export interface RiskGroup {
  readonly title: string;
  readonly lines: readonly RiskLine[];
}

export interface RiskLine {
  /** The same for the same measure of the same column. */
  readonly key: string;
  readonly title: string;
  readonly value: string;
  readonly meaning: string;
  readonly declared: { readonly value: string; readonly kept: boolean } | null;
}

/** What becomes of the measures when one quasi-identifier is left out or told less exactly. */
export interface RiskAlternatives {
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly column: number;
    /** Id of the coarsening; `null` where the column is left out. */
    readonly coarsening: string | null;
    readonly label: string;
    readonly values: readonly string[];
  }[];
}

/** Requests about personal data. */
export interface PrivacyRequests {
  /** What an annotation of a column of the dataset is made from. */
  readonly 'lintel/annotation': { readonly params: { readonly uri: string }; readonly result: AnnotationFacts | Unanswered };
  /** Annotates a column in the description that names the dataset, by `workspace/applyEdit`. `changed` is the document that waits to be saved. */
  readonly 'lintel/annotate': { readonly params: AnnotateParams; readonly result: { readonly changed: string } | Unanswered };
  /** How easily people are found again in a dataset; waits for the check of its present text. */
  readonly 'lintel/risk': { readonly params: RiskParams; readonly result: RiskFacts | Unanswered };
  /** What each quasi-identifier adds, and what telling less of it would help. */
  readonly 'lintel/riskAlternatives': { readonly params: Required<RiskParams>; readonly result: RiskAlternatives | Unanswered };
  /** What is known of the personal data in a dataset, for people; no value is shown unmasked. Accepts a data document or a description document. */
  readonly 'lintel/privacyReport': { readonly params: { readonly uri: string; readonly format: 'markdown' | 'html' }; readonly result: { readonly text: string } | Unanswered };
}

/** Columns that can be annotated, and the words to do it in. */
export interface AnnotationFacts {
  /** False where no description that can be written to names the dataset. */
  readonly described: boolean;
  readonly columns: readonly AnnotatableColumn[];
  readonly categories: readonly AnnotationTerm[];
  readonly roles: readonly AnnotationTerm[];
  readonly specials: readonly AnnotationTerm[];
}

export interface AnnotatableColumn {
  readonly index: number;
  readonly name: string;
  /** What detectors found, in words; empty where they found nothing. */
  readonly holds: string;
  /** As it is annotated, else as detectors suggest. */
  readonly category: string | null;
  readonly role: string | null;
  readonly annotated: boolean;
}

export interface AnnotationTerm {
  readonly id: string;
  readonly meaning: string;
  /** For a category: the legal class data of it is of by itself. */
  readonly special?: string;
}

export interface AnnotateParams {
  readonly uri: string;
  readonly column: number;
  readonly category: string;
  readonly role: string;
  readonly special: readonly string[];
}

/** Why there is no answer, as a sentence. */
interface Unanswered {
  readonly refused: string;
}
