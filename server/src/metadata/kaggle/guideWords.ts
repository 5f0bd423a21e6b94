import { say, type Message } from '../../core/message.ts';

/** What properties of the metadata mean, by the end of the way to them. */
export const WORDS: Readonly<Record<string, Message>> = {
  id: say`The name of the owner and of the dataset, as owner/name.`,
  id_no: say`The number of the dataset on Kaggle.`,
  'resources/title': say`What the file is called, for people.`,
  'resources/description': say`What the file holds.`,
  'resources/name': say`A name for the file.`,
  'fields/title': say`What the column means.`,
  'fields/description': say`What the column means, in more words.`,
  title: say`What the dataset is called: 6 to 50 characters.`,
  subtitle: say`One line about it: 20 to 80 characters.`,
  description: say`What it is; Markdown may be used.`,
  licenses: say`Under which terms the data may be used; exactly one.`,
  'licenses/name': say`The name Kaggle has for the licence, such as CC0-1.0.`,
  keywords: say`Words of Kaggle's list by which it is to be found.`,
  collaborators: say`Who may read or change it.`,
  expectedUpdateFrequency: say`How often a new version comes.`,
  userSpecifiedSources: say`Where the data came from.`,
  isPrivate: say`Whether only you see it.`,
  image: say`A picture to show the dataset by.`,
  resources: say`The files of the dataset.`,
  'resources/path': say`The file, seen from this document.`,
  schema: say`The columns of the file.`,
  fields: say`The columns in their order; all have to be there.`,
  'fields/name': say`The name of the column, as it stands in the header.`,
  'fields/type': say`What the values are.`,
};
