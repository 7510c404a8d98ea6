// Prisma's schema engine leaves the 10 s timer of its lock running; it must not hold up the exit.
const startTimer = globalThis.setTimeout;

globalThis.setTimeout = (callback, delay, ...args) => {
  const timer = startTimer(callback, delay, ...args);
  return delay >= 10_000 ? timer.unref() : timer;
};
