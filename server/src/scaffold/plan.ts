import { isRefusal } from '../core/host.ts';
import type { Files, Refusal } from '../core/host.ts';
import { join, readText } from './files.ts';

type Readable = Pick<Files, 'stat' | 'open'>;

/** Where a project is written: files as everywhere, and folders, which a project brings along. */
export interface ProjectFiles extends Readable, Pick<Files, 'write'> {
  /** Makes a folder with its parents; nothing happens where it is there already. */
  makeFolder(uri: string): Promise<undefined | Refusal>;
  /** Writes a file in one step, whatever was there. */
  overwrite(uri: string, bytes: Uint8Array): Promise<undefined | Refusal>;
  /** Deletes a file, to where deleted files are kept if there is such a place. */
  remove(uri: string): Promise<undefined | Refusal>;
}

/** What writing a project into a folder would do, file by file, for a preview. */
export interface WritePlan {
  /** URI of the project's folder; it need not exist. */
  readonly folder: string;
  readonly files: readonly PlannedFile[];
}

export interface PlannedFile {
  /** Path from the folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /**
   * `new`: will be written. `same`: is there with this very text. `different`: is there with another text, or is a folder, and will be
   * left alone.
   */
  readonly state: 'new' | 'same' | 'different';
}

export interface Written {
  readonly written: readonly string[];
  /** Left alone, because something was there. */
  readonly kept: readonly string[];
  readonly failed: readonly { readonly path: string; readonly refusal: Refusal }[];
}

/** Looks at what is there and writes nothing. */
export async function planWrite(files: Readable, folder: string, rendered: ReadonlyMap<string, string>): Promise<WritePlan> {
  const planned = [...rendered].map(async ([path, text]) => ({ path, text, state: await stateOf(files, join(folder, path), text) }));
  return { folder, files: await Promise.all(planned) };
}

/** Writes the new files of a plan. Each is looked for once more before it is written: nothing is ever overwritten, however old the plan. */
export async function carryOut(files: ProjectFiles, plan: WritePlan): Promise<Written> {
  const written: string[] = [];
  const kept: string[] = [];
  const failed: { path: string; refusal: Refusal }[] = [];
  for (const { path, text } of plan.files) {
    const uri = join(plan.folder, path);
    if ((await stateOf(files, uri, text)) !== 'new') {
      kept.push(path);
      continue;
    }
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    const refusal = (await files.makeFolder(folder)) ?? (await files.write(uri, new TextEncoder().encode(text)));
    if (refusal === undefined) written.push(path);
    else failed.push({ path, refusal });
  }
  return { written, kept, failed };
}

/** What cannot be looked at counts as there: better a file too few than one lost. */
async function stateOf(files: Readable, uri: string, text: string): Promise<PlannedFile['state']> {
  const facts = await files.stat(uri);
  if (isRefusal(facts)) return facts.refused === 'missing' ? 'new' : 'different';
  return facts.kind === 'file' && (await readText(files, uri)) === text ? 'same' : 'different';
}
