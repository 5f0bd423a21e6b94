// The layers in a real VS Code. The harness is loaded late: it needs packages that npm test may first have to install.

/** @param {'full' | 'smoke' | 'web' | 'restricted' | 'pseudo'} kind */
export async function editorLayer(kind) {
  const { runKind } = await harness();
  return runKind(kind);
}

/** The packed extension, installed as a person installs it. Packing leaves production bundles in out/, so this layer comes last. */
export async function packedLayer() {
  const { packageExtension } = await import('../package.mjs');
  const { path, bytes } = await packageExtension();
  console.log(`${path}: ${(bytes / 1e6).toFixed(2)} MB`);
  const { runKind } = await harness();
  return runKind('vsix', { vsix: path });
}

function harness() {
  return import('../../test/e2e/harness/run.mjs');
}
