import fc from 'fast-check';

/**
 * `npm test` draws the same samples each time, so that it turns red for a change and for nothing else; `npm run test:all` draws new ones, and many more.
 * Properties that name a number of runs keep it. `LINTEL_SEED` repeats what a failure printed.
 */
const runs = Number(process.env['LINTEL_RUNS'] ?? 0);
const seed = process.env['LINTEL_SEED'] ?? '20260101';
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(runs > 0 && { numRuns: runs }), ...(seed !== 'new' && { seed: Number(seed) }) });
