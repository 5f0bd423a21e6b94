/** A fenced block of a README that takes part in an example. */
export interface Block {
  readonly language: string;
  readonly kind: 'bad' | 'good' | 'fixed' | undefined;
  readonly file: string;
  /** How many times rows with generated cells are written. */
  readonly repeat: number;
  /** True where `\xE9` stands for a byte and `\r` for a carriage return. */
  readonly escapes: boolean;
  /** True where the last line of the file has no line end. */
  readonly open: boolean;
  readonly body: string;
  /** Line of the fence in the README, from 1. */
  readonly line: number;
  /** Where the body stands in the README. */
  readonly from: number;
  readonly to: number;
}

/** Blocks that form one dataset, and what a fix makes of them. */
export interface Example {
  readonly kind: 'bad' | 'good';
  readonly blocks: readonly Block[];
  readonly fixed: readonly Block[];
}

const FENCE = /^(`{3,})(\w+)((?: [^ `]+)*)$/;
const USUAL_FILE: Readonly<Record<string, string>> = { csv: 'data.csv', tsv: 'data.tsv', jsonl: 'data.jsonl', json: 'datapackage.json', yaml: 'datapackage.yaml' };

/**
 * The examples of a README. Fences marked `bad`, `good` or `fixed`, or naming a `file=`, take part. Blocks with nothing between them are files of one
 * dataset, its description first; a `fixed` block belongs to the example before it.
 */
export function readExamples(readme: string): readonly Example[] {
  const examples: { blocks: Block[]; fixed: Block[] }[] = [];
  let lastEnd = -1;
  for (const block of readBlocks(readme)) {
    const current = examples.at(-1);
    const adjacent = lastEnd >= 0 && readme.slice(lastEnd, startOfFence(readme, block)).trim() === '';
    if (block.kind === 'fixed') current?.fixed.push(block);
    else if (current && adjacent && joins(current, block)) current.blocks.push(block);
    else examples.push({ blocks: [block], fixed: [] });
    lastEnd = readme.indexOf('\n', block.to) + 1 || readme.length;
  }
  return examples.map(example => ({ ...example, kind: example.blocks.some(({ kind }) => kind === 'bad') ? 'bad' : 'good' }));
}

function joins({ blocks, fixed }: { readonly blocks: readonly Block[]; readonly fixed: readonly Block[] }, block: Block): boolean {
  const clashes = blocks.some(({ file, kind }) => file === block.file || (kind !== undefined && block.kind !== undefined && kind !== block.kind));
  const describesWhatFollows = !isData(block) && blocks.some(isData);
  return fixed.length === 0 && !clashes && !describesWhatFollows;
}

const isData = ({ language }: Block): boolean => language !== 'json' && language !== 'yaml';

const startOfFence = (readme: string, { from }: Block): number => readme.lastIndexOf('\n', from - 2) + 1;

function readBlocks(readme: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { readonly marks: string; readonly language: string; readonly words: readonly string[]; readonly line: number; readonly from: number } | undefined;
  let offset = 0;
  readme.split('\n').forEach((line, i) => {
    const [, marks = '', language = '', words = ''] = FENCE.exec(line) ?? [];
    if (open && line.trimEnd() === open.marks) {
      if (open.words.some(word => /^(bad|good|fixed|file=.+)$/.test(word))) blocks.push(toBlock(open, readme.slice(open.from, offset), offset));
      open = undefined;
    } else if (!open && /^`{3}/.test(line)) {
      open = { marks: marks || '```', language, words: words.split(' ').filter(Boolean), line: i + 1, from: offset + line.length + 1 };
    }
    offset += line.length + 1;
  });
  return blocks;
}

function toBlock(open: { readonly language: string; readonly words: readonly string[]; readonly line: number; readonly from: number }, body: string, to: number): Block {
  const setting = (key: string): string | undefined => open.words.find(word => word.startsWith(`${key}=`))?.slice(key.length + 1);
  return {
    language: open.language,
    kind: (['bad', 'good', 'fixed'] as const).find(kind => open.words.includes(kind)),
    file: setting('file') ?? USUAL_FILE[open.language] ?? '',
    repeat: Number(setting('repeat') ?? 1),
    escapes: open.words.includes('escapes'),
    open: open.words.includes('open'),
    body, line: open.line, from: open.from, to,
  };
}
