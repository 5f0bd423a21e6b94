import type { Declared, Detected, Format, Source } from '../../core/format.ts';
import type { ImageFolder } from '../../core/images.ts';
import { readAll } from '../../util/readFile.ts';
import { locateNowhere, readRows } from '../rows/reader.ts';
import type { Rows } from '../rows/reader.ts';
import { NO_TEXT, typedReading } from '../rows/reading.ts';
import { COLUMNS, writeImage } from './columns.ts';
import { readFacts } from './facts.ts';

/**
 * A folder of images as a table of facts, a row a file. What it reads are those facts as JSON Lines, which the engine writes of a folder; a file of them
 * is a dataset only where somebody asks for it.
 */
const images: Format = {
  id: 'images',
  extensions: ['.image-facts'],
  onlyNamed: true,
  detect: () => NO_TEXT,
  inspect,
  images: factsIn,
  reader: (_kernel, source, _reading, from) => readRows(async () => rowsOf(await factsIn(source)), from),
  splits: false,
  locator: locateNowhere,
};

export default images;

/** Bytes of facts that are read, enough for some million images. */
const MOST = 1 << 30;

const known = new WeakMap<Source, Promise<ImageFolder>>();

/** Every pass begins with the facts: they are read once. */
function factsIn(source: Source): Promise<ImageFolder> {
  const facts = known.get(source) ?? readAll(source, Math.min(MOST, source.size ?? MOST)).then(readFacts);
  known.set(source, facts);
  return facts;
}

async function inspect(source: Source, declared: Declared): Promise<Detected> {
  const { images: all } = await factsIn(source);
  if (all.length === 0) return { unreadable: { kind: 'empty-file', place: { at: 'file' }, numbers: {} } };
  return { reading: { ...typedReading(COLUMNS.map(({ name }) => name), declared), types: COLUMNS.map(({ type }) => type) } };
}

/** Rows that are rendered together. */
const SLICE = 1024;

const rowsOf = ({ images: all }: ImageFolder): Rows => ({
  slice: row => {
    const first = row - row % SLICE;
    const end = Math.min(all.length, first + SLICE);
    return Promise.resolve(row >= all.length ? undefined : { first, end, write: (at, to) => { const image = all[at]; if (image) writeImage(image, to); } });
  },
  facts: () => [],
});
