import type { Surroundings } from '../../server/src/core/compute.ts';
import type { Message } from '../../server/src/core/message.ts';
import { backends } from '../../server/src/bench/backends/registry.generated.ts';
import { models } from '../../server/src/bench/models/registry.generated.ts';
import { createRandom } from '../../server/src/bench/random.ts';
import type { BenchmarkPorts } from '../../server/src/bench/ports.ts';
import { runBenchmark } from '../../server/src/bench/run.ts';
import type { Table, TableColumn } from '../../server/src/bench/table.ts';
import type { BenchmarkEvent, BenchmarkJob } from '../../server/src/protocol/training.ts';
import { renderMessage } from '../../server/src/words/render.ts';

/** A table in memory; numbers and texts as a reader would give them, `null` for missing. */
export function tableOf(columns: Readonly<Record<string, readonly (number | string | null)[]>>): Table {
  const built = Object.entries(columns).map(([name, cells]) => columnOf(name, cells));
  const rows = built[0]?.numbers.length ?? 0;
  return { columns: built, rows, records: Uint32Array.from({ length: rows }, (_, i) => i), fileRows: rows, complete: true };
}

function columnOf(name: string, cells: readonly (number | string | null)[]): TableColumn {
  const texts = [...new Set(cells.flatMap(cell => (cell === null ? [] : [String(cell)])))];
  const codeOf = new Map(texts.map((text, code) => [text, code]));
  return {
    name, texts,
    numbers: Float64Array.from(cells, cell => (typeof cell === 'number' ? cell : NaN)),
    codes: Int32Array.from(cells, cell => (cell === null ? -1 : (codeOf.get(String(cell)) ?? -1))),
  };
}

/** Three classes, told apart by two numbers and a text that lie along a ring; a few cells are missing. */
export function separableTable(rows: number, seed = 7): Table {
  const random = createRandom(seed);
  const cells = Array.from({ length: rows }, () => {
    const species = random.below(3);
    const angle = (species / 3 + random.next() * 0.25) * 2 * Math.PI;
    return { x: Math.cos(angle) * 10 + random.next(), y: random.next() < 0.02 ? null : Math.sin(angle) * 10 + random.next(), island: random.next() < 0.8 ? `i${species}` : 'other', species: ['adelie', 'gentoo', 'chinstrap'][species] ?? '' };
  });
  return tableOf({ x: cells.map(c => c.x), y: cells.map(c => c.y), island: cells.map(c => c.island), species: cells.map(c => c.species) });
}

/** A number that follows from two others, with noise. */
export function slopedTable(rows: number, seed = 7): Table {
  const random = createRandom(seed);
  const cells = Array.from({ length: rows }, () => {
    const [a, b] = [random.next() * 100, random.next()];
    return { a, b, price: 3 * a - 40 * b + 500 + random.next() };
  });
  return tableOf({ a: cells.map(c => c.a), b: cells.map(c => c.b), price: cells.map(c => c.price) });
}

/** Small pictures of three classes: a bright bar that lies, stands, or slants, somewhere, in noise. */
export function picturesTable(rows: number, size = 16, seed = 7): Table {
  const random = createRandom(seed);
  const values = new Uint8Array(rows * size * size);
  const classes = Array.from({ length: rows }, (_, row) => {
    const kind = random.below(3);
    const at = 3 + random.below(size - 6);
    for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) {
      const onBar = kind === 0 ? y === at : kind === 1 ? x === at : (x + y) % size === at;
      values[(row * size + y) * size + x] = random.below(90) + (onBar ? 150 : 0);
    }
    return ['lying', 'standing', 'slanting'][kind] ?? '';
  });
  return { ...tableOf({ class: classes }), pictures: { height: size, width: size, values } };
}

/** Short sentences whose verdict stands in one of their words. */
export function textsTable(rows: number, seed = 7): Table {
  const random = createRandom(seed);
  const pick = (words: readonly string[]): string => words[random.below(words.length)] ?? '';
  const sentences = Array.from({ length: rows }, (_, row) => {
    const good = random.below(2) === 1;
    const verdict = pick(good ? ['splendid', 'lovely', 'charming', 'wonderful'] : ['dreadful', 'tedious', 'boring', 'awful']);
    return { text: `${pick(['The', 'This', 'Their'])} ${pick(['film', 'play', 'novel', 'song'])} number ${row} was ${pick(['really', 'quite', 'truly'])} ${verdict}, ${pick(['they said', 'we felt', 'she wrote'])}.`, label: good ? 'good' : 'bad' };
  });
  return tableOf({ text: sentences.map(s => s.text), label: sentences.map(s => s.label) });
}

/** Waves in a cell, of which the height is to be told. */
export function seriesTable(rows: number, steps = 12, seed = 7): Table {
  const random = createRandom(seed);
  const cells = Array.from({ length: rows }, () => {
    const [level, phase] = [random.next() * 4, random.next() * 6];
    return { wave: `[${Array.from({ length: steps }, (_, i) => (level * Math.sin(i + phase)).toFixed(3)).join(', ')}]`, level };
  });
  return tableOf({ wave: cells.map(c => c.wave), level: cells.map(c => c.level) });
}

/** `LINTEL_TEST_PACKAGES`: a folder with optional packages, to test the backends that need one. */
export const surroundings: Surroundings = {
  assets: 'node_modules/@tensorflow/tfjs-backend-wasm/dist', packages: [process.cwd(), ...(process.env['LINTEL_TEST_PACKAGES'] ?? '').split(':').filter(folder => folder !== '')],
};

export const english = (message: Message): string => renderMessage(message, { locale: 'en' });

export function portsFor(table: Table, replaced: Partial<BenchmarkPorts> = {}): BenchmarkPorts {
  return {
    load: () => Promise.resolve(table),
    backends, models, surroundings,
    environment: { lintel: '0.0.0', runtime: 'Node', platform: 'test', processor: 'test', cores: 1, memoryBytes: 1 },
    now: () => performance.now(),
    pause: () => new Promise(resolve => setImmediate(resolve)),
    memory: () => process.memoryUsage.rss(),
    peakMemory: () => process.resourceUsage().maxRSS * 1024,
    date: () => '2026-01-02T03:04:05.000Z',
    words: english,
    ...replaced,
  };
}

/** All events of a run. */
export async function eventsOf(job: Partial<BenchmarkJob>, ports: BenchmarkPorts, cancellation = { cancelled: false }): Promise<readonly BenchmarkEvent[]> {
  const events: BenchmarkEvent[] = [];
  await runBenchmark({ file: 'table.csv', target: 'species', backends: ['tfjs-wasm'], maxEpochs: 12, ...job }, ports, event => events.push(event), cancellation);
  return events;
}
