import { getRunEvents } from "@/app/api/_declarations/runs";
import { serve } from "@/app/api/_declare/serve";

export const GET = serve(getRunEvents);
