import { DomainError } from "@/lib/platform/errors";

/** What the operation gives, or that a limit refuses it for now: a page says so in its place. */
export async function orLimit<T>(operation: Promise<T>): Promise<T | DomainError> {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof DomainError && error.kind === "rate_limited") return error;
    throw error;
  }
}
