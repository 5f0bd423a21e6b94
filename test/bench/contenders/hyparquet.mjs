import { parquetRead, parquetMetadataAsync } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { asyncBufferFromFile } from 'hyparquet/src/node.js';

export default {
  name: 'hyparquet', link: 'https://github.com/hyparam/hyparquet', does: 'decodes all values group by group, remembers nothing', reads: ['parquet'],
  load: () => async path => {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    let rows = 0;
    for (const { num_rows: count } of metadata.row_groups) {
      await parquetRead({ file, metadata, compressors, rowStart: rows, rowEnd: rows + Number(count), onChunk() {} });
      rows += Number(count);
    }
    return { rows };
  },
};
