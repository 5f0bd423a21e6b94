import type { InitializeParams } from 'vscode-languageserver';
import type { PositionEncoding } from '../../engine/documentText.ts';
import type { InitializationOptions } from '../../protocol/messages.ts';

/** What the client can do and wants, read once from `initialize`. */
export interface ClientFacts {
  readonly locale: string;
  readonly encoding: PositionEncoding;
  /** Diagnostics are pushed to clients that cannot ask for them, and to VS Code, where checks outlast a request and files are closed. */
  readonly pulls: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesHints: boolean;
  readonly versionedEdits: boolean;
  readonly createsFiles: boolean;
  readonly resolvesEdits: boolean;
  readonly disabledActions: boolean;
  readonly markdown: boolean;
  /** Completions may have places to go on at. */
  readonly snippets: boolean;
  readonly relatedInformation: boolean;
  readonly progress: boolean;
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly changesConfiguration: boolean;
  readonly options: Omit<InitializationOptions, 'settings'>;
}

export function readClient(params: InitializeParams): ClientFacts {
  const { general, textDocument, workspace, window } = params.capabilities;
  const options = readOptions(params.initializationOptions);
  const isVisualStudioCode = options.clientCommands === true || params.clientInfo?.name.startsWith('Visual Studio Code') === true;
  return {
    locale: params.locale ?? 'en',
    encoding: encodingOf(general?.positionEncodings),
    pulls: textDocument?.diagnostic !== undefined && !isVisualStudioCode,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    disabledActions: textDocument?.codeAction?.disabledSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true || textDocument?.diagnostic !== undefined,
    progress: window?.workDoneProgress === true,
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    options,
  };
}

/** UTF-16 is what every client knows; UTF-8 is taken where the client puts it first, for then its own text is UTF-8. */
function encodingOf(offered: readonly string[] | undefined): PositionEncoding {
  return offered?.[0] === 'utf-8' ? 'utf-8' : 'utf-16';
}

function readOptions(given: unknown): ClientFacts['options'] {
  if (typeof given !== 'object' || given === null) return {};
  const options = new Map<string, unknown>(Object.entries(given));
  const [href, storage] = [options.get('ruleHref'), options.get('storage')];
  return {
    ...(typeof href === 'string' && { ruleHref: href }),
    commands: textsIn(options.get('commands')),
    clientCommands: options.get('clientCommands') === true,
    clientFiles: options.get('clientFiles') === true,
    schemas: textsIn(options.get('schemas')),
    trusted: options.get('trusted') !== false,
    ...(typeof storage === 'string' && { storage }),
  };
}

const textsIn = (given: unknown): readonly string[] => (Array.isArray(given) ? given.filter(each => typeof each === 'string') : []);
