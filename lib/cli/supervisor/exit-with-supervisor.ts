// Loaded first into every program of the supervisor (`node --import`): when the supervisor is killed, its end of
// the channel closes, and the program ends as if it had been asked to.
import process from 'node:process';

const patienceMs = 4_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), patienceMs).unref();
});
