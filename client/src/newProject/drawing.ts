import * as vscode from 'vscode';
import type { Message } from '../../../server/src/core/message.ts';
import type { DatasetFacts } from '../../../server/src/protocol/messages.ts';
import type { LoadedTemplate, Scaffold, Template } from './scaffold.ts';

/** A project while it is being drawn up: everything its questions and files follow from, but the answers. */
export interface Drawing {
  readonly scaffold: typeof Scaffold;
  readonly template: Template;
  readonly loaded: LoadedTemplate;
  readonly facts: ReturnType<typeof Scaffold.factsOf>;
  /** Folder that gets the project's folder. */
  readonly parent: vscode.Uri;
  /** What the scaffold says, in the user's language. */
  words(message: Message): string;
}

/** The same template seen from a place: the path from the project to its data depends on it. */
export function drawingAt(parent: vscode.Uri, dataset: DatasetFacts, loaded: LoadedTemplate, scaffold: typeof Scaffold): Drawing {
  const data = scaffold.dataPath(vscode.Uri.joinPath(parent, 'project').toString(), dataset.uri);
  return {
    scaffold, loaded, parent,
    template: loaded.template,
    facts: scaffold.factsOf(dataset.description, data),
    words: message => scaffold.renderMessage(message, { locale: vscode.env.language }),
  };
}
