import { putDraft, removeDraft } from "@/app/api/_declarations/challenges";
import { serve } from "@/app/api/_declare/serve";

export const PUT = serve(putDraft);
export const DELETE = serve(removeDraft);
