import { getOrganisationOpening, saveOrganisationOpening } from "@/app/api/_declarations/openings";
import { methods } from "@/app/api/_declare/methods";
import { serve } from "@/app/api/_declare/serve";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getOrganisationOpening),
  PUT: serve(saveOrganisationOpening),
});
