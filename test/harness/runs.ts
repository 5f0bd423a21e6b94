import fc from 'fast-check';

/** `npm run test:all` runs every property on many more samples than `npm test` does. Properties that name a number of runs keep it. */
const runs = Number(process.env['LINTEL_RUNS'] ?? 0);
if (runs > 0) fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: runs });
