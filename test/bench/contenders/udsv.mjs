import { createReadStream } from 'node:fs';
import { inferSchema, initParser } from 'udsv';

export default {
  name: 'uDSV, streamed, typed', link: 'https://github.com/leeoniya/uDSV', does: 'splits into typed arrays, remembers nothing',
  load: () => async path => {
    let parser;
    let rows = 0;
    for await (const text of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
      parser ??= initParser(inferSchema(text));
      parser.chunk(text, parser.typedArrs, () => void rows++);
    }
    parser.end();
    return { rows };
  },
};
