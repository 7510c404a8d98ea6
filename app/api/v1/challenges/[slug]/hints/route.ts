import { openHint } from "@/app/api/_declarations/challenges";
import { serve } from "@/app/api/_declare/serve";

export const POST = serve(openHint);
