import { say } from '../../core/message.ts';
import type { GuideKinds } from '../document/tableGuide.ts';
import { FORMATS } from './keys.ts';

/** What the list of datasets holds, by kind of object. */
export const KINDS: GuideKinds = {
  List: {
    '*': { type: 'object', words: say`A dataset, by the name a training calls it.`, to: 'Dataset' },
  },
  Dataset: {
    file_name: { type: 'text', words: say`The file or folder with the examples, seen from this list.`, names: 'path' },
    hf_hub_url: { type: 'text', words: say`The name of the dataset on the Hugging Face Hub; it goes before every other source.` },
    ms_hub_url: { type: 'text', words: say`The name of the dataset on ModelScope.` },
    om_hub_url: { type: 'text', words: say`The name of the dataset on Modelers.` },
    script_url: { type: 'text', words: say`The folder of a script that loads the dataset.` },
    cloud_file_name: { type: 'text', words: say`The address of the file in a cloud store.` },
    formatting: { type: 'text', words: say`How the examples are laid out: alpaca for instruction and output, sharegpt or openai for messages.`, values: FORMATS },
    ranking: { type: 'truth', words: say`Whether an example has a better and a worse answer.` },
    subset: { type: 'text', words: say`The part of the dataset that is loaded.` },
    split: { type: 'text', words: say`The split that is loaded; train where nothing is said.`, values: ['train', 'validation', 'test'] },
    folder: { type: 'text', words: say`The folder of the dataset within its repository.` },
    num_samples: { type: 'number', words: say`How many examples are used of it.` },
    columns: { type: 'object', words: say`Which column of the data holds which part of an example.`, to: 'Columns' },
    tags: { type: 'object', words: say`How messages say who speaks, and what.`, to: 'Tags' },
  },
  Columns: {
    prompt: { type: 'text', words: say`The column of the instruction; instruction where nothing is said.`, names: 'column' },
    query: { type: 'text', words: say`The column of what the instruction is about; input where nothing is said.`, names: 'column' },
    response: { type: 'text', words: say`The column of the answer; output where nothing is said.`, names: 'column' },
    history: { type: 'text', words: say`The column of earlier turns.`, names: 'column' },
    messages: { type: 'text', words: say`The column of the messages; conversations where nothing is said.`, names: 'column' },
    system: { type: 'text', words: say`The column of the system prompt.`, names: 'column' },
    tools: { type: 'text', words: say`The column of the tools a model may call.`, names: 'column' },
    images: { type: 'text', words: say`The column of the paths of images.`, names: 'column' },
    videos: { type: 'text', words: say`The column of the paths of videos.`, names: 'column' },
    audios: { type: 'text', words: say`The column of the paths of sounds.`, names: 'column' },
    chosen: { type: 'text', words: say`The column of the better answer.`, names: 'column' },
    rejected: { type: 'text', words: say`The column of the worse answer.`, names: 'column' },
    kto_tag: { type: 'text', words: say`The column that says whether an answer is good.`, names: 'column' },
  },
  Tags: {
    role_tag: { type: 'text', words: say`The key of a message that says who speaks; from where nothing is said.` },
    content_tag: { type: 'text', words: say`The key of a message that says what; value where nothing is said.` },
    user_tag: { type: 'text', words: say`What the user is called; human where nothing is said.` },
    assistant_tag: { type: 'text', words: say`What the model is called; gpt where nothing is said.` },
    observation_tag: { type: 'text', words: say`What the result of a tool is called; observation where nothing is said.` },
    function_tag: { type: 'text', words: say`What the call of a tool is called; function_call where nothing is said.` },
    system_tag: { type: 'text', words: say`What the system prompt is called; system where nothing is said.` },
  },
};
