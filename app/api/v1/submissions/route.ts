import { createSubmission, listOwnSubmissions } from "@/app/api/_declarations/submissions";
import { serve } from "@/app/api/_declare/serve";

export const GET = serve(listOwnSubmissions);
export const POST = serve(createSubmission);
