import { allocateDue } from "./allocate-waiting";
import { closeOverdueReviews, remindReviewers } from "./close-overdue-reviews";

/** What time alone brings: cohorts that are due, reviews that are overdue, reminders. */
export async function tendReviews(): Promise<void> {
  await allocateDue();
  await remindReviewers();
  await closeOverdueReviews();
}
