import { getTrack } from "@/app/api/_declarations/tracks";
import { serve } from "@/app/api/_declare/serve";

export const GET = serve(getTrack);
