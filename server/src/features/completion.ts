import { type CompletionItem, type CompletionList, CompletionRequest } from 'vscode-languageserver';
import { completeDescription } from './shared/completeDescription.ts';
import { fromClient } from './shared/session.ts';
import { answer, defineFeature } from './feature.ts';

/** Properties and values of descriptions: of the standard, of the data they describe, and of the other parts of the description. */
export default defineFeature({
  capabilities: () => ({ completionProvider: { triggerCharacters: ['"', ':', ' '] } }),
  register: answer(CompletionRequest.type, (session, { textDocument, position }): Promise<CompletionItem[] | CompletionList | null> => (
    completeDescription(session, fromClient(textDocument.uri), position))),
});
