import { loadOrientationBank, type OrientationBank } from "@/lib/content/orientation-bank";

let known: Promise<OrientationBank> | undefined;

/** The bank, read once: content changes with a new start alone. */
export async function knownBank(): Promise<OrientationBank> {
  known ??= loadOrientationBank();
  try {
    return await known;
  } catch (error) {
    // One that could not be read is read again, once it is mended.
    known = undefined;
    throw error;
  }
}
