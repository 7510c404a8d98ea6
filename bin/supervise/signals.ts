const SAME_KEYSTROKE_MS = 1000;

/**
 * Calls `stop` on the first Ctrl-C or SIGTERM and `kill` on the second. npm passes on a Ctrl-C that
 * the terminal has sent already, so that what follows within a second is the same one.
 */
export function onTermination(stop: () => void, kill: () => void) {
  let first: number | undefined;
  const handle = () => {
    if (first === undefined) {
      first = Date.now();
      stop();
    } else if (Date.now() - first > SAME_KEYSTROKE_MS) {
      kill();
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
