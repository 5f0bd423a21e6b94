import assert from 'node:assert/strict';
import test from 'node:test';
import { eventsOf, portsFor, separableTable, slopedTable } from './tables.ts';

test('spike', async () => {
  const t0 = performance.now();
  for (const e of await eventsOf({}, portsFor(separableTable(1000)))) console.log(Math.round(performance.now() - t0), JSON.stringify(e).slice(0, 400));
  for (const e of await eventsOf({ target: 'price' }, portsFor(slopedTable(1000)))) console.log(JSON.stringify(e).slice(0, 400));
  assert.ok(true);
});
