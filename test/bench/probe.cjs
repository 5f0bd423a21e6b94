// Loaded into the server before anything else: notes how long it takes from reading a `didChange` to having written diagnostics, and how long it works
// between two turns of others. Milliseconds on the clock, and of processor time, which other programs on the machine change less.
'use strict';
const spent = from => {
  const { user, system } = process.cpuUsage(from.cpu);
  return { clock: performance.now() - from.clock, cpu: (user + system) / 1000 };
};
const now = () => ({ clock: performance.now(), cpu: process.cpuUsage() });

/** Milliseconds before which no whole check follows a keystroke: diagnostics that come later are not the answer to it. */
const WHOLE = 300;
let keystrokes = [];
let turns = [];
let changed;
let turn;

const { emit } = process.stdin;
process.stdin.emit = function (event, ...rest) {
  if (event === 'data' && rest[0]?.includes('"textDocument/didChange"')) changed = now();
  return emit.call(this, event, ...rest);
};

const { write } = process.stdout;
process.stdout.write = function (data, ...rest) {
  const written = write.call(this, data, ...rest);
  if (changed && String(data).includes('"textDocument/publishDiagnostics"')) {
    const times = spent(changed);
    if (times.clock < WHOLE) keystrokes.push(times);
    changed = undefined;
  }
  return written;
};

// Whoever works long makes turns for others with `setImmediate`: what lies between is a turn of its own.
const { setImmediate } = globalThis;
globalThis.setImmediate = (callback, ...rest) => {
  if (turn) turns.push(spent(turn));
  turn = undefined;
  return setImmediate(() => {
    turn = now();
    callback(...rest);
  });
};

process.on('message', () => {
  process.send({ keystrokes, turns });
  [keystrokes, turns] = [[], []];
});
process.channel?.unref();
