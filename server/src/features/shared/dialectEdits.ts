import type { WorkspaceEdit } from 'vscode-languageserver';
import type { NodePath } from '../../core/place.ts';
import type { Json } from '../../core/problem.ts';
import type { Snapshot } from '../../engine/dataCheck.ts';
import { isJsonList, isJsonObject } from '../../util/json.ts';
import { folderOf, pathBelow } from '../../util/uri.ts';
import { type Setting, asWorkspaceEdit, changeIn, configurationTarget } from './configurationEdits.ts';
import type { Session } from './session.ts';

/** A part of how a file is read, and what it is to be; no value leaves it to detection again. */
export interface ReadingChange {
  readonly part: 'delimiter' | 'quote' | 'header' | 'encoding';
  readonly value?: string | boolean;
}

export interface ReadingEdit {
  /** The document that says it from now on. */
  readonly target: string;
  readonly edit: WorkspaceEdit;
}

/**
 * Says in the description how a file is read where the description says so already, because it would win; else in the configuration, for this file alone.
 * `undefined` where no document can say it, or none says what is to be left to detection.
 */
export async function readingEdit(session: Session, snapshot: Snapshot, change: ReadingChange): Promise<ReadingEdit | undefined> {
  const { found, uri } = snapshot;
  const described = found?.declared[change.part] !== undefined;
  const target = described ? found.described.uri : await configurationTarget(session, uri);
  const path = target === undefined ? undefined : pathBelow(folderOf(target), uri);
  if (target === undefined || path === undefined) return undefined;
  const place = described ? inDescription(found.described.resource.node, change) : inConfiguration(path.includes('/') ? path : `./${path}`, change);
  const changed = await changeIn(session, target, place);
  return changed && changed.change.edits.length > 0 ? { target, edit: asWorkspaceEdit(session, [changed]) } : undefined;
}

function inDescription(resource: NodePath, { part, value }: ReadingChange): Setting {
  const path = part === 'encoding' ? [...resource, 'encoding'] : [...resource, 'dialect', part === 'quote' ? 'quoteChar' : part];
  return () => (value === undefined ? { path } : { path, value });
}

function inConfiguration(files: string, { part, value }: ReadingChange): Setting {
  return document => {
    const listed = document['overrides'];
    const overrides = isJsonList(listed) ? listed : [];
    const own = overrides.map(each => isJsonObject(each) && each['files'] === files).lastIndexOf(true);
    const later = overrides.slice(own + 1).some(each => readOf(each) !== undefined);
    if (value === undefined) return { path: ['overrides', own, 'read', part] };
    // The last word wins, so what is said before another override may not hold.
    return own < 0 || later
      ? { path: ['overrides', overrides.length], value: { files, read: { [part]: value } } }
      : { path: ['overrides', own, 'read', part], value };
  };
}

const readOf = (override: Json): Json | undefined => (isJsonObject(override) ? override['read'] : undefined);
