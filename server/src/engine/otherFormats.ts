import { name, say } from '../core/message.ts';
import type { Message } from '../core/message.ts';

/** What to do with a file that no format reads, judged by its name. */
export function nextStepFor(fileName: string): Message {
  const ending = fileName.toLowerCase().match(/\.[a-z0-9]+$/)?.[0] ?? '';
  const kind = KINDS.find(({ endings }) => endings.includes(ending));
  return kind ? kind.step(ending) : say`a table of text is read where its name ends in .csv, .tsv, .jsonl or .json`;
}

interface Kind {
  readonly endings: readonly string[];
  step(ending: string): Message;
}

const KINDS: readonly Kind[] = [
  {
    endings: ['.zip', '.bz2', '.xz', '.zst', '.7z', '.rar', '.lz4', '.tar', '.tgz', '.gz', '.br', '.z'],
    step: () => say`unpack it first; of packed files .csv.gz, .tsv.gz, .jsonl.gz and .json.gz are read as they are`,
  },
  {
    endings: ['.xls', '.xlsb', '.xlsm', '.ods', '.numbers', '.gsheet'],
    step: ending => say`a workbook in the format ${name(ending)} is not read; save it as .xlsx or as CSV in UTF-8`,
  },
  {
    endings: [
      '.feather', '.arrow', '.ipc', '.orc', '.avro', '.h5', '.hdf5', '.hdf', '.nc', '.mat', '.npy', '.npz', '.pkl', '.pickle', '.joblib', '.rds', '.rdata', '.rda', '.sas7bdat', '.xpt', '.dta',
      '.sav', '.zsav', '.por', '.tfrecord', '.tfrecords', '.db', '.sqlite', '.sqlite3', '.duckdb', '.mdb', '.accdb', '.lance', '.vortex', '.pt', '.safetensors',
    ],
    step: ending => say`the format ${name(ending)} is not read; write its table as Parquet or CSV with the program it comes from`,
  },
  {
    endings: ['.xml', '.html', '.htm', '.yaml', '.yml', '.toml', '.arff', '.libsvm', '.svm', '.md', '.pdf', '.docx'],
    step: ending => say`the format ${name(ending)} is not read; save its table as CSV or JSON Lines`,
  },
];
