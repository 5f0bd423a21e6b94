import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mix, seeded } from '../../server/src/util/mix.ts';
import { seasonOf, unitRoot } from '../../server/src/util/statistics/series.ts';

/** x(t) = keep * x(t - 1) + noise: a random walk where everything is kept. */
function autoregressive(n: number, keep: number, seed: number): Float64Array {
  const random = seeded(mix(seed, 77));
  const series = new Float64Array(n);
  for (let t = 1; t < n; t++) series[t] = keep * (series[t - 1] ?? 0) + random() + random() + random() - 1.5;
  return series;
}

const shareRejected = (keep: number): number => {
  const tests = Array.from({ length: 200 }, (_, i) => unitRoot(autoregressive(300, keep, 1000 + i)));
  return tests.filter(one => one && one.statistic < one.critical).length / 200;
};

test('one random walk in twenty is taken for a series with a mean, as the level of the test says', () => {
  const share = shareRejected(1);
  assert.ok(share > 0.01 && share < 0.11, `${share}`);
});

test('series that come back are told from walks', () => assert.ok(shareRejected(0.7) > 0.98));

test('scale and level do not change the statistic', () => {
  const series = autoregressive(200, 0.9, 5);
  const one = unitRoot(series);
  const other = unitRoot(series.map(value => value * 1e-7 + 1e6 * 1e-7));
  assert.ok(one && other && Math.abs(one.statistic - other.statistic) < 1e-6);
});

test('series that are short, straight or constant have no statistic', () => {
  assert.equal(unitRoot(autoregressive(10, 0.5, 1)), undefined);
  assert.equal(unitRoot(Float64Array.from({ length: 100 }, (_, i) => 2 * i + 1)), undefined);
  assert.equal(unitRoot(new Float64Array(100).fill(4)), undefined);
});

test('a season is found under noise and a trend, at its own period and no multiple of it', () => {
  const noise = autoregressive(600, 0, 9);
  for (const period of [4, 7, 24, 100]) {
    const season = seasonOf(noise.map((value, t) => value + 2 * Math.sin((2 * Math.PI * t) / period) + 0.01 * t), 200);
    assert.ok(season && Math.abs(season.period - period) <= period / 50 && season.strength > 0.6, `${period}: ${JSON.stringify(season)}`);
  }
});

test('noise, walks and straight lines have no season', () => {
  for (let seed = 0; seed < 50; seed++) {
    for (const keep of [0, 0.9, 1]) assert.ok((seasonOf(autoregressive(400, keep, seed), 200)?.strength ?? 0) < 0.6, `${seed}, ${keep}`);
  }
  assert.equal(seasonOf(Float64Array.from({ length: 100 }, (_, i) => i), 50), undefined);
});
