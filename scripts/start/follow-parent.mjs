// Loaded first into every process that `npm start` runs: when the start itself is killed, its children must not live on.
// Plain JavaScript, because it is loaded before TypeScript can be. No message channel to the parent: worker processes
// inherit this file, and live by theirs.
const lookEveryMs = 1_000;
const graceMs = 5_000;

const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  setTimeout(() => process.exit(1), graceMs).unref();
  process.kill(process.pid, "SIGTERM");
}, lookEveryMs);
watch.unref();
