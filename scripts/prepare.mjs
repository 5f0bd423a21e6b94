// Builds after an installation from git, as pre-commit makes it. There npm installs for the whole machine, and passes that wish on to the installation of
// what the build needs, which then lands elsewhere: so it is made good here.
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './vscode/dependencies.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
for (const key of ['npm_config_global', 'npm_config_location']) delete process.env[key];
await ensureDependencies(process.cwd());
await import('../esbuild.mjs');
