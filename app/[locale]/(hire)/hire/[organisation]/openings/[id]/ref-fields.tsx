import type { OpeningRef } from "@/lib/openings/opening-where";

/** Says in a form which opening it is about. */
export const RefFields = ({ organisation, opening }: OpeningRef) => (
  <>
    <input type="hidden" name="organisation" value={organisation} />
    <input type="hidden" name="opening" value={opening} />
  </>
);
