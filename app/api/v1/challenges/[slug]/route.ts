import { getChallenge } from "@/app/api/_declarations/challenges";
import { serve } from "@/app/api/_declare/serve";

export const GET = serve(getChallenge);
