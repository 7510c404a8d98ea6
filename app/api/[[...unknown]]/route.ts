import { problemResponse } from "@/app/api/_declare/problem";
import { notFound } from "@/lib/platform/errors";

/** Whatever else is asked of the API does not exist, and says so as the rest of it does. */
const missing = (request: Request) => problemResponse(request, notFound("route_not_found"));

export {
  missing as DELETE,
  missing as GET,
  missing as OPTIONS,
  missing as PATCH,
  missing as POST,
  missing as PUT,
};
