import type { Files } from '../core/host.ts';
import { name, say } from '../core/message.ts';
import { isJsonList, isJsonObject, toJson } from '../util/json.ts';
import { join, readText } from './files.ts';
import { refuse } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/**
 * What several templates have in common: a folder of `.parts` beside them with `part.json` (questions and rules for files), `files/` and
 * translations. A template that names it among its `parts` has its files; `{ "part": id }` among its questions stands for the part's.
 */
export interface Part {
  readonly id: string;
  /** URI. */
  readonly folder: string;
  readonly questions: readonly unknown[];
  readonly files: readonly unknown[];
}

/** Where parts lie, below the folder of the templates. */
export const PARTS_FOLDER = '.parts';

/** The parts a template names, in its order; what is no JSON names none, and is complained of by the reader of templates. */
export async function loadParts(files: Files, root: string, template: string, json: string): Promise<Outcome<readonly Part[]>> {
  const parts: Part[] = [];
  for (const id of partsNamed(json)) {
    const folder = join(root, `${PARTS_FOLDER}/${id}`);
    const text = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? await readText(files, join(folder, 'part.json')) : undefined;
    if (typeof text !== 'string') return refuse(`${template}: parts`, say`There is no part ${name(id)}`);
    const part = partOf(id, folder, text);
    if (part === undefined) return refuse(`${template}: parts`, say`The part ${name(id)} is no object with lists of questions and files`);
    parts.push(part);
  }
  return { value: parts };
}

function partsNamed(json: string): readonly string[] {
  const read = parsed(json);
  const named = isJsonObject(read) ? read['parts'] : undefined;
  return isJsonList(named) ? named.map(String) : [];
}

function partOf(id: string, folder: string, text: string): Part | undefined {
  const read = parsed(text);
  if (!isJsonObject(read) || Object.keys(read).some(key => key !== 'questions' && key !== 'files')) return undefined;
  const { questions = [], files = [] } = read;
  return isJsonList(questions) && isJsonList(files) ? { id, folder, questions, files } : undefined;
}

function parsed(text: string) {
  try {
    return toJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}
