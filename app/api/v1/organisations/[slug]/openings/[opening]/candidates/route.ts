import { listOpeningCandidates } from "@/app/api/_declarations/hiring";
import { methods } from "@/app/api/_declare/methods";
import { serve } from "@/app/api/_declare/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listOpeningCandidates),
});
