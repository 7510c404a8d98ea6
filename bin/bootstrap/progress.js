/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

const terminal = process.stderr.isTTY;

/**
 * Runs one step and shows on standard error that it runs, and for how long it did.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function showStep(name, work) {
  const begun = performance.now();
  if (terminal) process.stderr.write(`  … ${name}`);
  try {
    const result = await work();
    const took = seconds(performance.now() - begun).padStart(9);
    process.stderr.write(`${terminal ? "\r\x1b[K" : ""}  ✓ ${name.padEnd(34)}${took}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`${terminal ? "\r\x1b[K" : ""}  ✗ ${name}\n`);
    throw error;
  }
}
