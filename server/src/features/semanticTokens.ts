import {
  type Range, type SemanticTokens, SemanticTokensRangeRequest, SemanticTokensRequest, SemanticTokensBuilder,
} from 'vscode-languageserver';
import { refresher, whenColumnsChange } from './shared/refresh.ts';
import { type Session, fromClient } from './shared/session.ts';
import { type ShownTable, shownTable } from './shared/shownTable.ts';
import { TokenPainter } from './shared/tokenPainter.ts';
import { HEADER_MODIFIER, TOKEN_TYPES, tokenTypes } from './shared/tokenTypes.ts';
import { answer, defineFeature } from './feature.ts';

/**
 * Colours columns by what they hold, or in turns. Only what is on the screen is asked for by an editor that knows ranges; a client that wants all of a
 * document gets it up to a size at which the answer is still smaller than the document is worth.
 */
export default defineFeature({
  capabilities: (_, { client }) => ({
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [HEADER_MODIFIER] },
      range: true,
      // VS Code would ask for the whole at every keystroke and throw the ranges away.
      ...(client.options.clientCommands !== true && { full: true }),
    },
  }),
  register(connection, session) {
    answer(SemanticTokensRangeRequest.type, (_, { textDocument, range }) => tokensIn(session, fromClient(textDocument.uri), range))(connection, session);
    answer(SemanticTokensRequest.type, (_, { textDocument }) => tokensIn(session, fromClient(textDocument.uri)))(connection, session);
    if (session.client.refreshesTokens) whenColumnsChange(session, refresher(connection, 'workspace/semanticTokens/refresh'));
  },
});

/** Documents bigger than this are coloured where they are looked at, never as a whole. */
const WHOLE_LIMIT = 5 * 1024 * 1024;
const NOTHING: SemanticTokens = { data: [] };

async function tokensIn(session: Session, uri: string, range?: Range): Promise<SemanticTokens> {
  const { workspace, client: { encoding } } = session;
  const { colouring } = workspace.settingsOf(uri);
  const shown = colouring === 'off' ? undefined : await shownTable(session, uri);
  const text = shown?.readable.source;
  if (!shown || !text || shown.readable.reading.dialect.values || (!range && text.size > WHOLE_LIMIT)) return NOTHING;
  const [from, to] = range ? [text.lineStart(range.start.line), text.offsetAt(range.end, encoding)] : [0, text.size];
  return paint(shown, from, to, new TokenPainter(new SemanticTokensBuilder(), text, encoding, tokenTypes(shown, colouring)));
}

async function paint({ rows, readable: { reading } }: ShownTable, from: number, to: number, painter: TokenPainter): Promise<SemanticTokens> {
  const header = from < reading.bodyOffset ? await rows.header() : undefined;
  if (header) painter.paint({ ...header, first: 0, last: 1 }, true);
  await rows.visit(Math.max(from, reading.bodyOffset), to, run => painter.paint(run, false), () => painter.full);
  return painter.tokens();
}
