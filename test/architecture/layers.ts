/** A part of the tree and what it may import besides itself. */
export interface Layer {
  /** Folder below `server/src`, or a file; `*` stands for one folder. The longest that fits a file is its layer. */
  readonly at: string;
  /** Folders or files below `server/src`. */
  readonly may: readonly string[];
  /** npm packages; `own` where a plugin may wrap any package it likes. Type declarations included. */
  readonly packages?: readonly string[] | 'own';
  /** Whether Node's modules are at hand. */
  readonly node?: true;
}

const REGISTRIES = [
  'rules/registry.generated.ts', 'formats/registry.generated.ts', 'metadata/registry.generated.ts', 'privacy/detectors/registry.generated.ts',
  'privacy/transforms/registry.generated.ts',
  'privacy/profiles/registry.generated.ts', 'privacy/profiles/requirements.generated.ts',
];
const INNER = ['core', 'util'];
const LSP = ['vscode-languageserver', 'vscode-languageserver-protocol'];
const COMPOSED = [...INNER, 'words', 'config', 'engine', 'features', 'protocol', 'kernel'];

/** Who may import whom, innermost first. What is not listed here has no place in the tree. */
export const LAYERS: readonly Layer[] = [
  { at: 'core', may: [] },
  { at: 'util', may: ['core'] },
  { at: 'protocol', may: ['core'] },
  { at: 'words', may: INNER },
  { at: 'kernel', may: INNER },
  { at: 'rules/*/*', may: [...INNER, 'privacy/taxonomy'] },
  { at: 'privacy/taxonomy', may: INNER },
  { at: 'privacy/detectors/*', may: INNER, packages: 'own' },
  { at: 'privacy/transforms/*', may: INNER, packages: ['@noble/hashes'] },
  { at: 'privacy/profiles/*', may: INNER },
  { at: 'privacy/measures', may: INNER },
  { at: 'privacy/anonymise', may: [...INNER, 'privacy/measures'] },
  { at: 'privacy', may: INNER },
  { at: 'images', may: INNER, packages: ['fflate'] },
  { at: 'formats/jsonText', may: INNER },
  { at: 'formats/rows', may: [...INNER, 'formats/jsonText'] },
  // A text with a passage a line is delimited text without a delimiter.
  { at: 'formats/lines', may: [...INNER, 'formats/csv'] },
  { at: 'formats/*', may: [...INNER, 'formats/jsonText', 'formats/rows'], packages: 'own' },
  { at: 'metadata/document', may: INNER, packages: ['yaml', 'jsonc-parser', 're2js'] },
  { at: 'metadata/annotation', may: [...INNER, 'metadata/document', 'privacy/taxonomy'] },
  { at: 'metadata/*', may: [...INNER, 'metadata/document', 'metadata/annotation', 'privacy/taxonomy'], packages: 'own' },
  { at: 'config', may: [...INNER, 'metadata/document', 'privacy/profiles/registry.generated.ts'], packages: ['picomatch'] },
  { at: 'engine', may: [...INNER, 'config', 'kernel', 'images', 'metadata/document', 'privacy/evidence.ts', 'privacy/measures', 'privacy/anonymise', ...REGISTRIES], packages: ['re2js', 'picomatch', 'ignore', 'fflate', '@noble/hashes'] },
  { at: 'scaffold', may: [...INNER, 'words'], packages: ['node-diff3', 'yaml'] },
  { at: 'report', may: [...INNER, 'words', 'engine', 'privacy/measures', 'privacy/taxonomy'] },
  { at: 'features', may: [...INNER, 'words', 'config', 'engine', 'protocol', 'kernel', 'metadata/document', 'privacy/taxonomy', 'report/profile.ts', 'report/profileText.ts', 'report/chatLines.ts', 'report/measureList.ts', 'report/privacyLoss.ts', 'report/deidentified.ts', 'report/privacy', 'privacy/measures'], packages: LSP },
  { at: 'bench/network', may: INNER },
  { at: 'bench/tfjs', may: [...INNER, 'bench/network'], packages: ['@tensorflow/tfjs-core', '@tensorflow/tfjs-layers'] },
  { at: 'bench/onnx', may: [...INNER, 'bench/network'] },
  { at: 'bench/packages', may: INNER, node: true },
  { at: 'bench/backends/*', may: [...INNER, 'bench/network', 'bench/tfjs', 'bench/onnx', 'bench/packages'], packages: 'own', node: true },
  { at: 'bench/models/*', may: INNER },
  { at: 'bench/diagnoses/*', may: INNER },
  { at: 'bench', may: [...INNER, 'words', 'engine', 'kernel', 'images', 'protocol', 'config', 'host/node', 'formats/registry.generated.ts'], node: true },
  { at: 'host/web', may: [...COMPOSED, 'serve.ts'], packages: LSP },
  { at: 'host/node', may: [...INNER, 'words', 'engine', 'kernel', 'protocol'], packages: LSP, node: true },
  { at: 'host/node/scanner.ts', may: [...INNER, 'engine', 'kernel', 'host/node', ...REGISTRIES], node: true },
  { at: 'assistant', may: [...INNER, 'protocol'] },
  { at: 'main.ts', may: ['serveOnDisk.ts'], packages: LSP, node: true },
  { at: 'serveOnDisk.ts', may: [...COMPOSED, 'host/node', 'host/web', 'serve.ts'], packages: LSP, node: true },
  { at: 'mcp', may: [...INNER, 'protocol', 'assistant', 'host/node', 'serveOnDisk.ts'], packages: [...LSP, '@modelcontextprotocol/sdk'], node: true },
  { at: 'serve.ts', may: [...COMPOSED, 'host/web'], packages: LSP },
  { at: 'cli', may: [...INNER, 'words', 'config', 'engine', 'kernel', 'report', 'host/node', 'scaffold', 'metadata/document', 'privacy/measures', 'privacy/anonymise', 'protocol/training.ts', 'bench/job.ts', 'bench/spawn.ts', 'bench/report.ts', 'bench/markdown.ts', 'bench/text.ts'], node: true },
  { at: 'cli.ts', may: [...INNER, 'words', 'config', 'engine', 'kernel', 'report', 'host/node', 'cli', 'main.ts', 'mcp'], node: true },
];

/** Entries of bundles that run where there is no Node. */
export const BROWSER_ENTRIES = ['client/src/browser/extension.ts', 'server/src/host/web/main.ts'];

/** What stands at the root of the repository. */
export const ROOT = [
  '.ci', '.gitattributes', '.github', '.gitignore', '.npmignore', '.nvmrc', '.pre-commit-hooks.yaml', '.vscode', '.vscodeignore', 'action.yml', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'README.zh-cn.md', 'SECURITY.md', 'SECURITY.zh-cn.md', 'SUPPORT.md', 'SUPPORT.zh-cn.md',
  'client', 'docs', 'esbuild.mjs', 'examples', 'images', 'l10n', 'language-configuration.json', 'package-lock.json', 'package.json', 'package.nls.json', 'package.nls.zh-cn.json', 'scripts',
  'server', 'templates', 'test', 'tsconfig.json',
];

/** Files a plugin folder holds, no more and no fewer. */
export const PLUGINS: readonly { readonly at: string; readonly files: readonly string[] }[] = [
  { at: 'server/src/rules/*/*', files: ['README.md', 'rule.ts', 'zh-cn.json'] },
  { at: 'server/src/privacy/profiles/*/requirements/*', files: ['README.md', 'requirement.ts', 'zh-cn.json'] },
  { at: 'server/src/privacy/detectors/*', files: ['README.md', 'detector.ts', 'zh-cn.json'] },
  { at: 'server/src/privacy/transforms/*', files: ['README.md', 'transform.ts', 'zh-cn.json'] },
];

/** Lines of a file and of a function; the first that fits a path counts. */
export const BUDGETS: readonly { readonly at: RegExp; readonly file: number; readonly function: number }[] = [
  { at: /^server\/src\/rules\/.*\/rule\.ts$/, file: 200, function: 60 },
  { at: /^server\/kernel\//, file: 400, function: 120 },
  { at: /^test\//, file: 400, function: 120 },
  { at: /./, file: 400, function: 60 },
];
