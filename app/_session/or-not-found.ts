import { notFound } from "next/navigation";
import { DomainError } from "@/lib/platform/errors";

/** What the operation gives; the page for 404 where there is nothing for this actor. */
export async function orNotFound<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") notFound();
    throw error;
  }
}
