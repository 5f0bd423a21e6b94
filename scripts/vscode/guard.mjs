// Ends a process group when whoever started it is gone, even by force: the end of the input pipe is what says so.
//   node guard.mjs <process group>
const group = Number(process.argv[2]);

// Ctrl+C reaches every process of a terminal; this one must be the last.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => undefined);

process.stdin.resume().once('close', () => {
  try {
    process.kill(-group, 'SIGKILL');
  } catch {
    // It has ended already.
  }
});
