import { DomainError } from "@/lib/platform/errors";
import { takePoint } from "@/lib/platform/rate-limit";

/** A lively talk is no reason for a mailbox full of notices. */
const NOTICES = { name: "message_notices", points: 1, seconds: 60 * 60 };

/** Whether the other side of a conversation gets a letter now: one an hour. */
export async function noticeIsDue(candidacyId: string, to: "candidate" | "organisation") {
  try {
    await takePoint(NOTICES, `${candidacyId}:${to}`);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
