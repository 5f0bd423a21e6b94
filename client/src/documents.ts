import * as vscode from 'vscode';
import { DESCRIPTION_FILES } from '../../server/src/protocol/descriptionFiles.ts';

/** Files Lintel reads as data, as a glob for searches and a test for names. */
export const DATASET_GLOB = '**/*.{csv,tsv,jsonl,ndjson,csv.gz,tsv.gz,jsonl.gz,ndjson.gz,parquet,parq,pq}';
export const isDataset = (uri: vscode.Uri): boolean => /\.((csv|tsv|jsonl|ndjson)(\.gz)?|parquet|parq|pq)$/i.test(uri.path);

/** Files that describe datasets, and by their names nothing else. */
export const isDescription = (uri: vscode.Uri): boolean => /(\/datapackage\.(json|ya?ml)|\.datapackage\.json)$/i.test(uri.path);

/** Files that configure what is checked, and plans for de-identification. */
const WRITTEN_GLOBS = ['**/lintel.config.{yaml,yml,json}', '**/{deidentify,*.deidentify}.{yaml,yml,json}'] as const;

/** Folders searches leave out. */
export const NO_DATASETS = '**/{node_modules,.git,.venv,venv,__pycache__}/**';

/**
 * Documents the server is told of. By file name as well as by language, because another extension may have given a `.csv` a language of its own;
 * by scheme, because a diff shows the same file under `git:` and must not be checked twice.
 */
export function documentSelector(): Filter[] {
  return [...dataSelector(), ...schemes().flatMap(scheme => [...DESCRIPTION_FILES.map(name => `**/${name}`), ...WRITTEN_GLOBS].map(pattern => ({ scheme, pattern })))];
}

/** Those that hold data. */
export function dataSelector(): Filter[] {
  const others = schemes().flatMap(scheme => [{ scheme, language: 'jsonl' }, { scheme, pattern: '**/*.{jsonl,ndjson,JSONL,NDJSON}' }]);
  return [...tableSelector(), ...others];
}

/** Those with a delimiter. */
export function tableSelector(): Filter[] {
  return schemes().flatMap(scheme => [{ scheme, language: 'csv' }, { scheme, language: 'tsv' }, { scheme, pattern: '**/*.{csv,tsv,CSV,TSV}' }]);
}

type Filter = { scheme: string; language: string } | { scheme: string; pattern: string };

/** Schemes of documents that are the file itself: those VS Code is known to bring, and whatever the open folders have. */
function schemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'memfs', ...folders.map(folder => folder.uri.scheme)])];
}

/** Where the open folders are not on the disk of the machine the extension runs on. */
export function isVirtualWorkspace(): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 0 && folders.every(folder => folder.uri.scheme !== 'file');
}
