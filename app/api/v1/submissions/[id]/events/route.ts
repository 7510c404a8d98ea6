import { getSubmissionEvents } from "@/app/api/_declarations/submissions";
import { serve } from "@/app/api/_declare/serve";

export const GET = serve(getSubmissionEvents);
