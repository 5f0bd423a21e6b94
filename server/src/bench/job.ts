import type { MlDescription } from '../core/description.ts';
import type { BenchmarkJob } from '../protocol/training.ts';

/** What is known of a dataset when somebody asks for a benchmark of it. */
export interface KnownDataset {
  /** Absolute path of the data file. */
  readonly file: string;
  /** `quote` is null, and `delimiter` empty, where the format has none. */
  readonly dialect: { readonly delimiter: string; readonly quote: string | null; readonly header: boolean; readonly encoding: string };
  readonly missingValues: readonly string[];
  readonly columns: readonly { readonly name: string; readonly personal: boolean; readonly identifies: boolean }[];
  readonly ml: Partial<MlDescription>;
  /** Whether a description says it; else it was guessed from the data, and only a person may follow it. */
  readonly mlDeclared: boolean;
}

/** What is known of a dataset is what the models are told. */
export function jobFor({ file, dialect, missingValues, columns, ml, mlDeclared }: KnownDataset, target: string): BenchmarkJob {
  const { task, features, ignore, group, time } = ml;
  return {
    file, target,
    reading: {
      delimiter: dialect.delimiter, header: dialect.header, encoding: dialect.encoding, nullTokens: missingValues,
      ...(dialect.quote !== null && { quote: dialect.quote }),
    },
    personal: columns.filter(column => column.personal).map(column => column.name),
    identifying: columns.filter(column => column.identifies).map(column => column.name),
    ...(mlDeclared && {
      ...(task !== undefined && { task }), ...(features && { features }), ...(ignore && { ignore }),
      ...(group !== undefined && { group }), ...(time !== undefined && { time }),
    }),
  };
}

/** A folder of images is learned from by the folders its images lie in. */
export const jobForImages = (folder: string): BenchmarkJob => ({ file: folder, target: CLASS_OF_IMAGES });

/** Column that says in which folder an image lies. */
export const CLASS_OF_IMAGES = 'class';

/** Nothing is predicted: rows are made like those there are. */
export const jobForRows = (dataset: KnownDataset): BenchmarkJob => ({ ...jobFor(dataset, ''), task: 'generation' });
