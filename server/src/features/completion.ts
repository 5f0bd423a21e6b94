import { type CompletionItem, type CompletionList, CompletionRequest } from 'vscode-languageserver';
import { completeWritten } from './shared/completeConfiguration.ts';
import { completeDescription } from './shared/completeDescription.ts';
import { fromClient } from './shared/session.ts';
import { schemaOfWritten } from './shared/writtenSchema.ts';
import { answer, defineFeature } from './feature.ts';

/** Properties and values of descriptions: of the standard, of the data they describe, and of the other parts of the description. Keys and values of configurations and plans. */
export default defineFeature({
  capabilities: () => ({ completionProvider: { triggerCharacters: ['"', ':', ' '] } }),
  register: answer(CompletionRequest.type, async (session, { textDocument, position }): Promise<CompletionItem[] | CompletionList | null> => {
    const uri = fromClient(textDocument.uri);
    const schema = schemaOfWritten(uri);
    return schema ? completeWritten(session, uri, schema, position) : completeDescription(session, uri, position);
  }),
});
