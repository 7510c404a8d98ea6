import { DomainError } from "@/lib/platform/errors";

/** What a link leads to, or null when it no longer works. */
export async function ifUsable<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DomainError && error.code === "link_spent") return null;
    throw error;
  }
}
