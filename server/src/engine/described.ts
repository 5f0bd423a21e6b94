import type { Description, ResourceDescription } from '../core/description.ts';

/** The description that names a data document, and the resource by which it does. */
export interface Described {
  /** Of the description document. */
  readonly uri: string;
  readonly description: Description;
  readonly resource: ResourceDescription;
}
