import type { Detector } from '../../core/detector.ts';
import type { Scope, TableView } from '../../core/rule.ts';
import type { Readable } from '../chunkIndex.ts';
import type { Described } from '../described.ts';
import type { Control } from '../pass.ts';
import type { Scan } from '../scan.ts';
import type { TableFinder } from './partners.ts';

/** A scanned table, and what finding out what it belongs to needs. */
export interface RelationRequest {
  readonly uri: string;
  readonly table: TableView;
  readonly scan: Scan;
  readonly readable: Readable;
  readonly described: Described | undefined;
  readonly detectors: readonly Detector[];
  readonly partners: TableFinder | undefined;
  /** Scopes of the rules that are on. */
  readonly scopes: ReadonlySet<Scope>;
  readonly control: Control;
}
