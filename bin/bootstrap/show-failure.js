/** @param {unknown} error */
export function showFailure(error) {
  const { message, remedy } = /** @type {Error & {remedy?: string}} */ (error);
  process.stderr.write(`\n✗ ${message}\n${remedy ? `  → ${remedy}\n` : ""}`);
}
