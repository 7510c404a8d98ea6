import type { CandidacyRef } from "@/lib/hiring/candidacy-where";

/** Says in a form which candidate beside which opening it is about. */
export const CandidateFields = ({ organisation, opening, candidate }: CandidacyRef) => (
  <>
    <input type="hidden" name="organisation" value={organisation} />
    <input type="hidden" name="opening" value={opening} />
    <input type="hidden" name="candidate" value={candidate} />
  </>
);
