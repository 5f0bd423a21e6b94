import assert from 'node:assert/strict';
import type { Scanner } from '../../server/src/core/scanner.ts';
import { ChatMeasure } from '../../server/src/engine/chat/measure.ts';
import { measureRecords } from '../../server/src/engine/chat/measureRecords.ts';
import type { Readable } from '../../server/src/engine/chunkIndex.ts';
import { codeStretch } from '../../server/src/engine/codeColumns.ts';
import { HashList } from '../../server/src/engine/hashList.ts';
import { StretchAnswers } from '../../server/src/engine/queries/stretchAnswers.ts';
import { recordsOf } from '../../server/src/engine/recordStart.ts';
import { scanPart, summarizerOf } from '../../server/src/engine/scanPart.ts';

/** A scanner without a thread. Stretches of a few bytes stand in for blocks of megabytes. */
export function scannerOf(readable: Readable): Scanner {
  const { kernel, reading } = readable;
  const summarizer = summarizerOf(kernel, reading);
  let answers: StretchAnswers | undefined;
  return {
    async scan(stretch) {
      const hashes = new HashList();
      const part = await scanPart(readable, summarizer, hashes, {}, await recordsOf(stretch, readable));
      assert.ok(part);
      return { ...part, rowHashes: hashes.joined() };
    },
    code: async (stretch, columns) => codeStretch(readable, summarizer, columns, await recordsOf(stretch, readable)),
    async measure(stretch, shape, records) {
      const measure = new ChatMeasure(shape, records);
      await measureRecords(measure, readable, {}, stretch);
      return measure.tally();
    },
    ask: questions => void (answers = new StretchAnswers(structuredClone(questions), readable, summarizer)),
    async answer(stretch, left) {
      assert.ok(answers);
      return structuredClone(await answers.answer(structuredClone(stretch), left));
    },
    export: () => Promise.resolve(summarizer.export().slice()),
    close: () => summarizer.dispose(),
  };
}
