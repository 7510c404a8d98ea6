/** Between looking for a free device and asking for it others may have taken it. */
const AGAIN_AFTER_MS = 1_000;

/** When to ask for a device again. */
export const soon = (): Date => new Date(Date.now() + AGAIN_AFTER_MS);
