import type { Description, FileSeal, ResourceDescription } from './description.ts';
import type { Message } from './message.ts';
import type { NodePath, TextRange } from './place.ts';
import type { Change, Fix, Json } from './problem.ts';
import type { Vocabulary, WrittenTerm } from './term.ts';

/** A metadata standard: recognises its documents, reads them onto the one model, and writes it. */
export interface MetadataStandard {
  readonly id: string;
  readonly title: string;
  /** Whether a document of this name may be one, by the last segment of its path alone. Where others have such names too, `recognises` decides. */
  mayBe(fileName: string): boolean;
  /** Whether a document of this name may be one where somebody asks for the very file, which costs a look into it; then `recognises` decides. */
  mayBeAsked?(fileName: string): boolean;
  /** Whether this text is one, without reading it whole; left out where the name says it. */
  recognises?(text: string, fileName: string): boolean;
  /**
   * Paths, as the document writes them, of other documents it is not complete without: a schema in a file of its own. Those inside the workspace are
   * read beforehand; the others are named as unread. It is asked again with what was read, because those documents may lean on others in turn.
   */
  related?(text: string, fileName: string, known?: Related): readonly string[];
  /** Never throws: a document that does not parse gives a description of the part that does. */
  read(text: string, fileName: string, related?: Related): ParsedDescription;
  /** A new document of this standard, and what of the description it has no words for; left out where a standard is only read. */
  write?(description: Description): WrittenDescription;
  /**
   * The changes by which a document records what the standard has words for of the seal of a resource's file: none where all of that stands there,
   * `undefined` where there is no place for any of it. Left out where the standard has no words for sizes, digests and counts.
   */
  seal?(text: string, fileName: string, resource: ResourceDescription, seal: FileSeal): readonly SealChange[] | undefined;
  /** What an editor offers while a document is written; left out where there is nothing to offer. */
  readonly guide?: Guide;
}

export type SealChange = Extract<Change, { readonly do: 'set-node' | 'remove-node' }>;

/**
 * What a standard knows of the places of its documents. Paths are those of the document of this name; the document as a plain value is for standards where
 * what stands beside a node tells what it is.
 */
export interface Guide {
  /** Whether editors have schemas for such documents, by which they offer properties and values on their own. */
  readonly hasSchema?: boolean;
  /** Whether those schemas have nothing to say at a path. */
  isBeyondSchema?(path: NodePath, fileName: string, document?: Json): boolean;
  /** Properties of the object at a path, in the order they are usually written. */
  properties(path: NodePath, fileName: string, document?: Json): readonly GuideProperty[];
  /** The values a closed list leaves for the node at a path. */
  values(path: NodePath, fileName: string, document?: Json): readonly string[];
  /** What a property means. */
  explain(path: NodePath, fileName: string, document?: Json): Message | undefined;
  /** What the value at a path is the name of. */
  names(path: NodePath, fileName: string, document?: Json): GuideName | undefined;
  /** The term in a text that stands, or is being written, at such a path; nothing where the text is none. Left out where the whole text is the term. */
  term?(path: NodePath, written: string, document?: Json): WrittenTerm | undefined;
  /** What the keys of the object at a path are names of, where anybody may choose them. */
  keys?(path: NodePath, fileName: string, document?: Json): GuideName | undefined;
  /** The address of the page of the standard that says more of the node at a path; nothing where the property is none of the standard. */
  page(path: NodePath, fileName: string, document?: Json): string | undefined;
}

export interface GuideProperty {
  readonly name: string;
  readonly type: 'text' | 'number' | 'truth' | 'list' | 'object' | 'any';
  readonly words: Message | undefined;
}

export type GuideName =
  /** A file, and a document that belongs to the description. */
  | 'path' | 'document'
  /** A column of the resource's data; of those, one that is described; one of the resource a foreign key leads to; one of any resource. */
  | 'column' | 'field' | 'referenced-field' | 'any-field'
  | 'resource'
  /** A value of the column the node is about. */
  | 'value'
  | 'licence' | 'encoding' | 'media-type'
  /** Something in the document that has an identifier of JSON-LD. */
  | 'identifier'
  /** Terms of the vocabularies of annotations, the detectors and the profiles. */
  | Vocabulary | 'detector' | 'profile';

/** Texts of related documents by the path they were asked for; `undefined` for those that could not be read. */
export type Related = ReadonlyMap<string, string | undefined>;

export interface WrittenDescription {
  readonly text: string;
  readonly lost: readonly Message[];
  /** What such a document has to be called to be found, where it has to be called something. */
  readonly fileName?: string;
}

/** A description document with everything that can be said about it, even where it does not parse. */
export interface ParsedDescription {
  readonly description: Description | undefined;
  /** What is wrong with the document itself, at the smallest node that is wrong. */
  readonly complaints: readonly Complaint[];
  /** Range of a node: of its key, or of its value; the nearest ancestor's where the node does not exist. */
  locate(path: NodePath, part: 'key' | 'value'): TextRange;
  /** What is to be said beside that where the document lies in one folder with files of these names; left out where it is nothing to the standard. */
  besideFiles?(names: readonly string[]): readonly Complaint[];
  /** Other documents that were read into this one; what stands below their place is theirs. */
  readonly parts?: readonly DescriptionPart[];
}

/** A document that was read into a description in place of its path. */
export interface DescriptionPart {
  /** Where its root stands in the description. */
  readonly at: NodePath;
  /** As it was asked for with `related`. */
  readonly path: string;
  /** As `ParsedDescription.locate`, with paths from the root of this document. */
  locate(path: NodePath, part: 'key' | 'value'): TextRange;
}

/** What is to be said against a document, in data: rules of scope `metadata` put it before the user, by kind. */
export interface Complaint {
  readonly kind: ComplaintKind;
  readonly path: NodePath;
  readonly part: 'key' | 'value';
  /** Where the document does not parse there is no node; then this range holds. */
  readonly range?: TextRange;
  readonly message: Message;
  readonly fix?: Fix;
}

export type ComplaintKind =
  | 'syntax' | 'schema'
  /** A key of a block that is closed, such as `privacy`. */
  | 'unknown-key'
  /** A duration, date or country of an annotation that is not written as programs read it. */
  | 'notation'
  /** A property of Croissant that its vocabulary for responsible AI does not have. */
  | 'unknown-rai-property'
  /** The name of something that is not in the document. */
  | 'reference'
  /** A value the standard tells readers to pass over, with a warning, in favour of the default. */
  | 'ignored'
  /** A property that should be there and need not. */
  | 'recommended'
  /** A form of an older version, which readers still accept. */
  | 'deprecated'
  /** Something that was not looked at, such as a document on the network. */
  | 'unchecked';
