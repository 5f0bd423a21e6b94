import { PATH, type Tool, aboutFile } from '../tool.ts';

export const describeDataset: Tool = {
  name: 'lintel_describe_dataset',
  title: 'Describe dataset',
  description: 'Drafts a Data Package description of a data file from all of its rows: types, keys, enumerations, constraints, missing-value spellings, splits, likely target and privacy annotations. '
    + 'What an existing description says is kept. Nothing is written; lintel_write_description does that.',
  parameters: { path: PATH },
  writes: false,
  run: (input, desk) => aboutFile(input, desk, async uri => {
    const draft = await desk.ask('lintel/describe', { uri });
    return 'refused' in draft ? draft : { target: desk.show(draft.target), exists: draft.exists, description: draft.text };
  }),
};

export const writeDescription: Tool = {
  name: 'lintel_write_description',
  title: 'Write description',
  description: 'Writes the description that lintel_describe_dataset drafts: into the document that names the data, where its formatting and all it says are kept, '
    + 'else into a new datapackage.json beside it.',
  parameters: { path: PATH },
  writes: true,
  run: (input, desk) => aboutFile(input, desk, async uri => {
    const draft = await desk.ask('lintel/describe', { uri });
    if ('refused' in draft) return draft;
    return await desk.write(draft.target, draft.text) ?? { written: desk.show(draft.target) };
  }),
};
