import { setTimeout as delay } from "node:timers/promises";

/**
 * Holds the answer back until `ms` have passed, so that its time does not tell which way the work
 * went. Errors are held back too.
 */
export async function answerNoSoonerThan<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const floor = delay(ms);
  try {
    return await work();
  } finally {
    await floor;
  }
}
