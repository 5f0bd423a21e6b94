/** Whether a file name says that the file is packed with gzip. */
export const isPackedName = (fileName: string): boolean => /.\.gz$/i.test(fileName);

/** The name a packed file would have unpacked: `train.csv` for `train.csv.gz`. Other names stay. */
export const unpackedName = (fileName: string): string => (isPackedName(fileName) ? fileName.slice(0, -3) : fileName);
