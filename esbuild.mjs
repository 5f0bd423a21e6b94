// The one build script. It finds plugin folders and writes their registries, builds the kernel, precompiles schemas, and bundles everything.
//   node esbuild.mjs                 development build          --production   minified, no source maps
//   node esbuild.mjs --watch         rebuild on change          --generate     generated sources only
//   node esbuild.mjs --tests [part]  bundle the test files whose path contains `part` into out/test and run them
import { generate } from './scripts/build/generate.mjs';
import { bundle, watch } from './scripts/build/bundles.mjs';
import { runTests } from './scripts/build/tests.mjs';

const flags = process.argv.slice(2);
await generate();
if (flags.includes('--tests')) {
  process.exitCode = await runTests(flags[flags.indexOf('--tests') + 1] ?? '');
} else if (flags.includes('--watch')) {
  await watch();
} else if (!flags.includes('--generate')) {
  await bundle({ production: flags.includes('--production') });
}
