import type { Finding } from '../core/finding.ts';
import type { DocumentList } from '../core/format.ts';
import type { ImageFolder } from '../core/images.ts';
import { atDocuments } from './corpus/atDocuments.ts';
import { atImages, byUri } from './images/atImages.ts';
import { withoutText } from './text/withoutText.ts';

/** What the rows of a table are that no editor shows as text. */
export interface Behind {
  readonly uri: string;
  readonly header: readonly string[];
  /** Images of the folder, or its documents; neither where it is one file. */
  readonly folder: ImageFolder | undefined;
  readonly documents: DocumentList | undefined;
}

/** Findings about rows where somebody can see what they are about: at the files of a folder, else at the start of the file. */
export function atFiles(findings: readonly Finding[], { uri, header, folder, documents }: Behind): readonly Finding[] {
  if (documents) return findings.flatMap(finding => atDocuments(finding, documents, uri)).sort(byUri);
  if (folder) return findings.map(finding => atImages(finding, folder, uri)).sort(byUri);
  return findings.map(finding => withoutText(finding, header));
}
