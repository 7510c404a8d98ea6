import { getMe } from "@/app/api/_declarations/me";
import { serve } from "@/app/api/_declare/serve";

export const GET = serve(getMe);
